import { MASK } from '@/lib/call/values/masked-number';

/**
 * Finds what can be a phone number in text. It rather takes too much than too little: the digits of every script, with
 * whatever is written between them, and digits that are spelled as people say them on a call.
 */

/** The fewest digits that are a number: one without its area. */
const FEWEST_DIGITS = 7;

/** How many of the last digits are shown: enough to tell two callers apart, too few to call one. */
const SHOWN_DIGITS = 2;

const ONE = [
  'zero|oh|one|two|three|four|five|six|seven|eight|nine',
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
  'um|dois|três|quatro|sete|oito|nove|meia',
  'null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun',
  'zéro|un|deux|trois|quatre|cinq|sept|huit|neuf',
  'jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć',
  'unu|doi|trei|patru|cinci|șase|șapte|opt|nouă',
  'due|tre|quattro|cinque|sei|sette|otto|nove',
  'nul|een|twee|drie|vijf|zes|zeven|negen',
].join('|');
const TWO = [
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple',
  // Elsewhere numbers are said in pairs: “zéro six, douze, trente-quatre”.
  'dix|onze|douze|treize|quatorze|quinze|seize',
  String.raw`(?:vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante)(?:\s+et\s+(?:un|onze))?`,
  'diez|once|doce|trece|catorce|quince|dieci(?:s[eé]is|siete|ocho|nueve)|veint(?:e|i[a-zóúé]{3,6})',
  String.raw`(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?:\s+y\s+(?:${ONE}))?`,
  'dez(?:esseis|essete|asseis|assete|oito|enove|anove)?|doze|treze',
  String.raw`(?:vinte|trinta|quarenta|cinquenta|sessenta|oitenta)(?:\s+e\s+(?:${ONE}))?`,
  'zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn',
  '(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)',
  'dieci|undici|dodici|tredici|quattordici|quindici|sedici|dicia?(?:ssette|otto|nnove)',
  '(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ia]?(?:uno?|due|tr[eé]|quattro|cinque|sei|sette|otto|nove)?',
].join('|');

const DIGIT_WORDS = ONE.split('|');

const WORD = String.raw`(?<!\p{L})(?:${ONE}|${TWO})(?!\p{L})`;
/** Chinese and Japanese write digits as letters. */
const DIGIT = String.raw`[\p{Nd}\p{No}〇零一二三四五六七八九]`;
/** What people say between digits while they think, and for a dash. */
const FILLER = String.raw`(?<!\p{L})(?:dash|hyphen|dot|point|slash|space|uhm?|erm?|hmm?|euh|ähm?|eh|gui[oó]n|punto|tiret|strich|trattino|traço)(?!\p{L})`;
/** One sign, as it is or as HTML and addresses write it. */
const SIGN = String.raw`(?:&(?:[a-z]{2,8}|#[0-9]{1,5});|%[0-9a-f]{2}|<[a-z/][^<>]{0,40}>|[^\p{L}\p{Nd}\p{No}])`;
const BETWEEN = `${SIGN}{0,8}(?:${FILLER}${SIGN}{0,8}){0,2}`;
const TOKEN = `(?:${DIGIT}|${WORD})`;

const TOKENS = new RegExp(TOKEN, 'giu');
const FILLERS = new RegExp(FILLER, 'giu');
const CANDIDATES = new RegExp(`[+(]{0,3}${TOKEN}(?:${BETWEEN}${TOKEN})*`, 'giu');
const TWO_DIGITS = new RegExp(`^(?:${TWO})$`, 'iu');
const ALL_DIGITS = new RegExp(DIGIT, 'gu');

const ALONE = String.raw`(?<![\p{L}\p{N}])`;
const NOTHING_MORE = String.raw`(?![\p{L}\p{N}])`;
/** Else the beginning of a number would pass for an amount: $312,555,0142. */
const NO_DIGITS_MORE = String.raw`(?![\p{N}]|[,.-][\p{N}]{3})`;
/** What has many digits and is no number: ids, instants, days, times of day, amounts, and references that say so. */
const OTHER = [
  `${ALONE}[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}${NOTHING_MORE}`,
  `${ALONE}(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{24})${NOTHING_MORE}`,
  `${ALONE}[A-Z]{2}[0-9a-f]{32}${NOTHING_MORE}`,
  String.raw`(?<![\p{N}+\-.])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\p{N}])`,
  String.raw`(?<![\p{N}+\-.])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])/(?:19|20)[0-9]{2}(?![\p{N}])`,
  String.raw`(?<![\p{N}:+\-.])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![\p{N}:])`,
  String.raw`[$€£]\s?(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{1,2})?|[0-9]{1,2}\.[0-9]{3,6})${NO_DIGITS_MORE}`,
  String.raw`${ALONE}(?:MC|DOT|PRO|BOL|PO|Load|Order|Invoice|Reference|Ref)[\s#:.-]{0,3}[0-9]{4,8}${NO_DIGITS_MORE}`,
].join('|');
const KEPT = new RegExp(`(${OTHER})`, 'u');

/** How many digits a text says, in figures and in words. */
export function digitsSaid(text: string): number {
  return [...text.matchAll(TOKENS)].reduce(
    (sum, [token]) => sum + (TWO_DIGITS.test(token) ? 2 : 1),
    0,
  );
}

/** Whether a text says digits and nothing else. */
export function isDigitsOnly(text: string): boolean {
  return digitsSaid(text) > 0 && !/\p{L}/u.test(text.replace(TOKENS, ' ').replace(FILLERS, ' '));
}

/** Whether a text is a stretch of digits that are spelled out; the words at its ends may be cut. */
export function isSpelledStretch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const last = words.length - 1;
  const isPiece = (word: string, at: number) =>
    DIGIT_WORDS.some(
      (digit) =>
        digit === word ||
        (at === 0 && digit.endsWith(word)) ||
        (at === last && digit.startsWith(word)),
    );
  return last > 0 && words.every(isPiece);
}

/** What is shown in place of a number: nothing that can be dialled. */
export function maskNumber(number: string): string {
  const digits = number.match(ALL_DIGITS) ?? [];
  if (digits.length < FEWEST_DIGITS) return digitsSaid(number) > 0 ? HIDDEN : number;
  return `${HIDDEN}${digits.slice(-SHOWN_DIGITS).join('')}`;
}

export const HIDDEN = `${MASK} ${MASK} ••`;

/** The text with all that can be a phone number masked. */
export function maskText(text: string): string {
  if (text.length < FEWEST_DIGITS) return text;
  return text
    .split(KEPT)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(CANDIDATES, maskCandidate)))
    .join('');
}

function maskCandidate(candidate: string): string {
  return digitsSaid(candidate) < FEWEST_DIGITS ? candidate : maskNumber(candidate);
}
