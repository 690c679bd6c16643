/** Answers the same question once; an answer that failed is asked for again. */
export function kept<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

/** The same for a question that there is only one of. */
export function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  const answer = kept(ask);
  return () => answer(undefined);
}
