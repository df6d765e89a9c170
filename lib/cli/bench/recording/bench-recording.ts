import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { EnvError } from '@/lib/server/boot/env';
import { reportOf } from '../index/measure';
import { type App, startApp } from '../servers';

const HOURS = 2;
const SAMPLE_MS = 50;
/** How much more memory the server may take, in bytes, for a sound of any length. */
const MOST_GROWTH = 60e6;
const CALL = '0123456789abcdef01234567';
const WATCH = fileURLToPath(new URL('../index/watch-loop.mjs', import.meta.url));

/** `npm run bench -- recording [hours]`. True when the memory of the server stays flat while a long call is heard. */
export async function benchRecording(hours = HOURS): Promise<boolean> {
  if (!(hours > 0 && hours <= 3)) throw new EnvError('Say how many hours, at most 3: recording 2');
  const key = 'demo-key';
  const demo = await startDemoUpstream({ calls: 100, control: true, apiKey: key });
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  const app = await startApp(
    { DATA_DIR: dataDir, HAPPYROBOT_API_URL: demo.url, HAPPYROBOT_API_KEY: key },
    [WATCH],
  );
  try {
    const control = createDemoControl(demo.url);
    await control.insertCalls({
      id: CALL,
      duration: 600,
      created: '2025-11-01T00:00:00Z',
      metadata: { recording_sid: 'RE1' },
    });
    await hear(app, '/recording');
    await control.setFaults({
      kind: 'sound',
      seconds: hours * 3600,
      match: { path: '/calls/' },
    });
    const other = { id: CALL.replace('0', '1'), metadata: { recording_sid: 'RE2' }, duration: 600 };
    await control.insertCalls(other);
    const heard = await measured(app, () => hear(app, '/recording', other.id));
    const drawn = await measured(app, () => hear(app, '/recording/waveform', other.id));
    const isFlat = heard.growth <= MOST_GROWTH && drawn.growth <= MOST_GROWTH;
    print(`
A recording of ${hours} hours (${megabytes(heard.bytes)}):
  heard whole   ${heard.seconds.toFixed(1)} s, ${megabytes(heard.growth)} more memory at most, event loop ${heard.loopP99.toFixed(1)} ms late at p99
  its shape     ${drawn.seconds.toFixed(1)} s, ${megabytes(drawn.growth)} more memory at most, ${(drawn.bytes / 1e3).toFixed(1)} kB, event loop ${drawn.loopP99.toFixed(1)} ms late at p99
Held to at most ${megabytes(MOST_GROWTH)} more: ${isFlat ? 'met' : 'MISSED'}. Most of the time is the demo's, which makes the sound.
`);
    return isFlat;
  } finally {
    await app.stop();
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** How many bytes come. */
async function hear(app: App, path: string, id = CALL): Promise<number> {
  const response = await fetch(`${app.url}/api/calls/${id}${path}`);
  if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}.`);
  let bytes = 0;
  for await (const piece of response.body) bytes += piece.length;
  return bytes;
}

async function measured(app: App, work: () => Promise<number>) {
  const before = (await reportOf(app)).rss;
  app.process.send('reset');
  let most = before;
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      most = Math.max(most, (await reportOf(app)).rss);
      await wait(SAMPLE_MS);
    }
  })();
  const started = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - started) / 1000;
  isOver = true;
  await sampling;
  return { bytes, seconds, growth: most - before, loopP99: (await reportOf(app)).loopP99 };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(text: string): void {
  process.stdout.write(text);
}
