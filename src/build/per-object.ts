/** What is worked out of an object is worked out once. */

/** The function, its answer for each object remembered for as long as the object is. */
export function perObject<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? answer(key);
    known.set(key, value);
    return value;
  };
}
