import { wordsIn } from '@/lib/call/transcript/words';

/** What agents say again and again. */
export const AGENT_SENTENCES = [
  'Thanks for calling Northline Freight, this is Riley on a recorded line. How can I help you today?',
  'Can I get your MC number and the name of the carrier, please?',
  'One moment while I pull that up in the system.',
  'Okay, I have that load as a dry van, picking up tomorrow morning with a live unload.',
  'What would you need to move it? I have some room on this lane.',
  'I hear you. Let me see what I can do before I come back with a final number.',
  'And what time should I give the receiver for the delivery appointment?',
  'I can meet you at that rate all in, and the confirmation goes out by e-mail.',
  'Could you repeat the last part for me? The line was not very clear.',
  'Perfect, I will note that down. Is there anything else I can help you with?',
  'Where is the truck right now, and when will the driver be empty?',
  'Thank you for your patience. Have a good day and drive safe.',
];
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

/** Three words in a row that agents say on many calls; another one for each of some dozens of numbers. */
export function phraseOfAgents(number: number): string {
  const phrases = AGENT_SENTENCES.flatMap((sentence) => {
    const words = wordsIn(sentence).map(({ word }) => word);
    return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
  });
  return phrases[(number * 7) % phrases.length] ?? '';
}
