/**
 * Whether a text can be the address of a reviewer: neither spaces nor what cannot be seen is in it, so that two
 * addresses that look the same are the same. Whether anybody reads it there, nobody knows.
 */
export function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s\p{C}@＠﹫<>",]+@[^\s\p{C}@＠﹫<>",]+$/u.test(text);
}
