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

type Verdict = 'secret' | 'secret unless an amount' | 'harmless';

/** Calls repeat the same few hundred names over and over; judging a name anew each time is slow. */
const judged = new Map<string, Verdict>();
const MAX_JUDGED = 10_000;

/** Whether the name of a field says that its value is a secret, read word by word: `X-Api-Key`, `accessToken`. */
export function isSecretName(name: string, value: unknown): boolean {
  const verdict = judged.get(name) ?? remember(name, judge(name));
  return verdict === 'secret' || (verdict === 'secret unless an amount' && isText(value));
}

function remember(name: string, verdict: Verdict): Verdict {
  if (judged.size >= MAX_JUDGED) judged.clear();
  judged.set(name, verdict);
  return verdict;
}

function judge(name: string): Verdict {
  const words = wordsOf(name);
  const secrets = words.filter((word, at) => SECRET_WORDS.has(word) || isKey(word, words[at - 1]));
  if (secrets.length === 0) return 'harmless';
  const isUnit = secrets.every((word) => /^tokens?$/.test(word));
  const isCounted = words.some((word) => QUANTITY_WORDS.has(word));
  return isUnit && isCounted ? 'secret unless an amount' : 'secret';
}

function isKey(word: string, before = ''): boolean {
  return /^keys?$/.test(word) && KEY_WORDS.has(before);
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
