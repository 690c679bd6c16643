/** How people speak: a word of the query, and the words of the lists that mean it. */

export interface Expansion {
  say: string;
  means: string[];
}

/** Another wording of a word of the query. */
export interface Alternative {
  text: string;
  say: string;
  mean: string;
}

/**
 * 低保 → 最低生活保障; 县人社局 → 县人力资源和社会保障局. Inside a word the longest saying counts, and one of a single
 * character does not.
 */
export function alternatives(word: string, synonyms: readonly string[][]): Alternative[] {
  const whole = synonyms.find(([say]) => say === word);
  const [say = '', ...means] = whole ?? longestInside(word, synonyms) ?? [];
  return means.map((mean) => ({ text: word.replace(say, mean), say, mean }));
}

function longestInside(word: string, synonyms: readonly string[][]): string[] | undefined {
  const inside = synonyms.filter(([say = '']) => say.length > 1 && word.includes(say));
  return inside.sort(([a = ''], [b = '']) => b.length - a.length)[0];
}

/** What was put for what, each saying once. */
export function expansions(used: readonly Pick<Alternative, 'say' | 'mean'>[]): Expansion[] {
  const bySay = new Map<string, Set<string>>();
  for (const { say, mean } of used) bySay.set(say, (bySay.get(say) ?? new Set()).add(mean));
  return [...bySay].map(([say, means]) => ({ say, means: [...means] }));
}
