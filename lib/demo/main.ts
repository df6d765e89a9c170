import * as z from 'zod';
import { startDemoUpstream } from './server';

/**
 * The demo upstream as a process of its own: `tsx lib/demo/main.ts`, with `--odd` for an account in which every call
 * deviates from the documentation. Tells its address on standard output and,
 * when it was forked, by a message `{ type: 'listening', url }`; ends with its parent or on SIGTERM and SIGINT.
 */

const flag = z.stringbool().default(false);

const environmentSchema = z.object({
  DEMO_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  DEMO_HOST: z.string().min(1).default('127.0.0.1'),
  DEMO_API_KEY: z.string().min(1).optional(),
  /** `platform`: workflows and runs in place of calls. */
  DEMO_API: z.enum(['calls', 'platform']).optional(),
  DEMO_SEED: z.string().min(1).optional(),
  /** ISO 8601 instant that the data ends at. */
  DEMO_NOW: z.iso.datetime({ offset: true }).transform(Date.parse).optional(),
  DEMO_CALLS: z.coerce.number().int().min(0).max(200_000).optional(),
  DEMO_PAGING_PARAM: z.enum(['skip', 'offset', 'none']).optional(),
  DEMO_CONTROL: flag,
  DEMO_LIVE: flag,
  DEMO_ODD: flag,
});

async function main(): Promise<void> {
  const outcome = environmentSchema.safeParse(process.env);
  if (!outcome.success) {
    const [issue] = outcome.error.issues;
    process.stderr.write(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? ''}\n`);
    process.exit(1);
  }
  const env = outcome.data;
  const upstream = await startDemoUpstream({
    port: env.DEMO_PORT,
    host: env.DEMO_HOST,
    apiKey: env.DEMO_API_KEY,
    api: env.DEMO_API,
    seed: env.DEMO_SEED,
    now: env.DEMO_NOW,
    calls: env.DEMO_CALLS,
    pagingParam: env.DEMO_PAGING_PARAM,
    control: env.DEMO_CONTROL,
    live: env.DEMO_LIVE,
    odd: env.DEMO_ODD || process.argv.includes('--odd'),
  });
  const stop = () => void upstream.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.send?.({ type: 'listening', url: upstream.url });
  process.stdout.write(`demo upstream listening on ${upstream.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `demo upstream: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
