/** Said by one caller of a hundred, each. */
export const BENCH_PHRASES = [
  'double brokered',
  'cargo claim',
  'broken trailer',
  'detention time',
  'lumper receipt',
  'fuel surcharge',
  'reefer alarm',
  'cash advance',
];
/** Of words that nearly everybody says. */
export const FREQUENT_PHRASES = ['how can i help', 'a live unload', 'have a good day'];
export const FREQUENT_WORDS = ['load', 'rate', 'moment', 'confirmation', 'driver', 'line', 'time'];

/** A made-up word; the larger its number, the less often it is said. */
export function benchWord(number: number): string {
  const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tu', 'sha', 'vor', 'ne', 'bil', 'das'];
  return `z${[...String(number)].map((digit) => SYLLABLES[Number(digit)]).join('')}`;
}
