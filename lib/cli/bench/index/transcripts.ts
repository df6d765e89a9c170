import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { wordsIn } from '@/lib/call/transcript/words';
import { createRandom } from '@/lib/demo/calls/random';
import { openIndex } from '@/lib/server/index/open';
import { type Latency, latencyOf } from './latency';
import { BENCH_PHRASES, benchWord } from './said-words';

/** So many are taken in at once. */
const BATCH = 200;
const LIST = 20 * BATCH;
const VOCABULARY = 20_000;
/** As many texts are walked through for the baseline. */
const WALKED = 5_000;
const FILE = 'callscope.duckdb';

/** What agents say again and again. */
const AGENT = [
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
/** 150 to 400 words that an agent and a caller say in turns. */
export function benchTranscript(id: string): Transcript {
  const random = createRandom(`bench/${id}`);
  const next = () => random.next();
  const spoken = Math.floor(150 + next() * 250);
  const messages: Transcript['messages'] = [];
  let [words, seconds] = [0, 0];
  const say = (role: string, content: string) => {
    const count = content.split(' ').length;
    const start = Math.round(seconds * 10) / 10;
    seconds += count * 0.35;
    messages.push({ role, content, start, end: Math.round(seconds * 10) / 10 });
    seconds += 0.6;
    words += count;
  };
  while (words < spoken) {
    say('assistant', AGENT[Math.floor(next() * AGENT.length)] ?? '');
    const length = 4 + Math.floor(next() * 22);
    const heard = Array.from({ length }, () => benchWord(Math.floor(VOCABULARY ** next())));
    const phrase = BENCH_PHRASES[Math.floor(next() * 100 * BENCH_PHRASES.length)];
    say('user', [...heard, ...(words > spoken - 40 && phrase ? [phrase] : [])].join(' '));
  }
  return { messages, odd: [] };
}

export type FilledTranscripts = {
  transcripts: number;
  bytesEach: number;
  takenIn: Latency;
  /** To walk through the texts of all calls in plain JavaScript; worked out from some thousands. */
  walk: number;
};

/** Keeps a transcript of every call that has ended. */
export async function fillTranscripts({
  dataDir,
  account,
}: {
  dataDir: string;
  account: readonly string[];
}): Promise<FilledTranscripts> {
  const file = join(dataDir, FILE);
  const before = statSync(file).size;
  const quiet = () => undefined;
  const store = await openIndex({
    dataDir,
    demo: false,
    account,
    onRebuilt: quiet,
    onSetAside: quiet,
  });
  const times: number[] = [];
  const texts: string[] = [];
  let transcripts = 0;
  for (;;) {
    const list = await store.dueTranscripts(Date.now(), LIST, []);
    if (list.length === 0) break;
    for (let start = 0; start < list.length; start += BATCH) {
      const batch = list
        .slice(start, start + BATCH)
        .map((of) => ({ of, transcript: benchTranscript(of.id), again: null }));
      const started = performance.now();
      await store.keepTranscripts(batch);
      if (batch.length === BATCH) times.push(performance.now() - started);
      transcripts += batch.length;
      if (texts.length < WALKED) texts.push(...batch.map(({ transcript }) => textOf(transcript)));
    }
  }
  await store.close();
  const bytesEach = (statSync(file).size - before) / transcripts;
  const walk = (walked(texts) * transcripts) / texts.length;
  return { transcripts, bytesEach, takenIn: latencyOf(times), walk };
}

function textOf({ messages }: Transcript): string {
  return messages
    .map(
      ({ content }) =>
        ` ${wordsIn(String(content))
          .map(({ word }) => word)
          .join(' ')} `,
    )
    .join('\n');
}

function walked(texts: readonly string[]): number {
  const rounds = BENCH_PHRASES.map((phrase) => {
    const started = performance.now();
    texts.filter((text) => text.includes(` ${phrase} `));
    return performance.now() - started;
  });
  return latencyOf(rounds).p50;
}
