/** So many answers are remembered, then all are forgotten: values and keys come again and again, and few at a time. */
const MOST = 4096;
/** Longer texts seldom come twice. */
const LONGEST = 100;

/** A function of a text that does not work out again what it has just told; what it tells is not changed by anybody. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const told = answer(text);
    if (known.size >= MOST) known.clear();
    if (text.length <= LONGEST) known.set(text, told);
    return told;
  };
}
