/** Yes and no in the languages of the calls: English, Spanish, Portuguese, German, French, Polish, Romanian, Italian. */
const WORDS = new Set(
  'yes no y n true false sí si sim não nao ja nein oui non tak nie da nu sì'.split(' '),
);

/** Whether a text says yes or no and nothing else. */
export function isYesOrNo(text: string): boolean {
  return text.length <= 5 && WORDS.has(text.toLowerCase());
}
