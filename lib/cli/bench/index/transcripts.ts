import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { wordsIn } from '@/lib/call/transcript/words';
import { createRandom } from '@/lib/demo/calls/random';
import { openIndex } from '@/lib/server/index/open';
import { type Latency, latencyOf } from './latency';
import { AGENT_SENTENCES, BENCH_PHRASES, benchWord } from './said-words';

/** So many are taken in at once. */
const BATCH = 200;
const LIST = 20 * BATCH;
const VOCABULARY = 20_000;
/** As many texts are walked through for the baseline. */
const WALKED = 5_000;
const FILE = 'callscope.duckdb';

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
    say('assistant', AGENT_SENTENCES[Math.floor(next() * AGENT_SENTENCES.length)] ?? '');
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
