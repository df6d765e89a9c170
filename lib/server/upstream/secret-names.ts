const SECRET_WORDS = new Set(
  `auth authorization bearer cookie cookies credential credentials headers jwt passphrase passwd password
  passwords pwd secret secrets token tokens`.split(/\s+/),
);

/** Words that make a secret of a `key` behind them. */
const KEY_WORDS = new Set(['access', 'api', 'encryption', 'master', 'private', 'signing']);

/** Beside one of these a token is a unit of text: `max_tokens`, `token_count`. */
const QUANTITY_WORDS = new Set(
  `budget completion count input limit max maximum min minimum num number output per prompt total usage
  used`.split(/\s+/),
);

/** Whether the name of a field says that its value is a secret, read word by word: `X-Api-Key`, `accessToken`. */
export function isSecretName(name: string, value: unknown): boolean {
  const words = wordsOf(name);
  const secret = words.find(
    (word, at) =>
      SECRET_WORDS.has(word) || (/^keys?$/.test(word) && KEY_WORDS.has(words[at - 1] ?? '')),
  );
  if (secret === undefined) return false;
  const isAmount = words.some((word) => QUANTITY_WORDS.has(word)) && !isText(value);
  return !(/^tokens?$/.test(secret) && isAmount);
}

function wordsOf(name: string): string[] {
  return (
    name
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      // Compounds without a seam: apikey, accesstoken.
      .replace(/(access|api|encryption|master|private|signing)(keys?)(?![\p{L}\d])/gu, '$1 $2')
      .replace(/(\p{L})(credentials?|passwords?|passwd|secrets?|tokens?)(?![\p{L}\d])/gu, '$1 $2')
      .split(/[^\p{L}\d]+/u)
      .map((word) => word.replace(/\d+$/, ''))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !/^\d*$/.test(value);
}
