import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import { type Env, EnvError, parseEnv, processVariables } from '@/lib/server/boot/env';
import { peekAtIndex } from '@/lib/server/index/peek';
import type { IndexFacts } from '@/lib/server/services/connection/doctor/step';
import { runDoctor } from './doctor/run';
import { startDemo } from './serve/demo-process';

/**
 * `npm run doctor [-- --json]`: what the configured upstream does and does not honour; without an API key that of the
 * demo upstream. Exit 0: all well, 1: something is wrong, 2: it could not ask.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COULD_NOT_ASK = 2;

async function doctor(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  if (args.some((arg) => arg !== '--json'))
    throw new EnvError('Usage: npm run doctor, or npm run doctor -- --json');
  nextEnv.loadEnvConfig(ROOT, false, { info: () => undefined, error: () => undefined });
  const env = parseEnv(processVariables());
  const demo = env.upstream === undefined ? await startDemo(ROOT, { quiet: true }) : undefined;
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  const print = (line: string) => process.stdout.write(`${line}\n`);
  if (demo && !json) print('HAPPYROBOT_API_KEY is not set: this is about the demo upstream.');
  try {
    return await runDoctor({
      env,
      upstream: env.upstream ?? { url: demo?.url ?? '', key: demo?.key ?? '' },
      index: () => indexOf(env),
      json,
      print,
      signal: stopping.signal,
    });
  } finally {
    demo?.stop();
  }
}

/** Only looked at: whoever tries another key must not lose the index of the one before. */
async function indexOf({ upstream, dataDir, demo }: Env): Promise<IndexFacts> {
  // The demo has another key at each start, and nobody's index is of this one.
  if (demo || !upstream) return { reason: 'The demo that runs here has no index.' };
  const { url, organizationId = '', key } = upstream;
  const folder = resolve(ROOT, dataDir);
  return peekAtIndex({ dataDir: folder, demo: false, account: [url, organizationId, key] });
}

try {
  process.exitCode = await doctor(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = COULD_NOT_ASK;
}
