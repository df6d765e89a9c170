import type { Database } from './database';

const CHANNEL = 'callscope';
/** A pooler between may not let anybody listen: then the second's look is what there is. */
const AGAIN_MS = 30_000;

/** Hears of what is written for an account; where that is not to be had, it tries again now and then. */
export function createListener(database: Database, account: string) {
  let closed = false;
  let end: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;

  async function listen(wake: () => void): Promise<void> {
    const client = await database.connect();
    end = () => void client.end().catch(() => undefined);
    client.on('notification', ({ payload }) => payload === account && wake());
    client.on('end', () => again(wake));
    if (closed) end();
    else await client.query(`LISTEN ${CHANNEL}`);
  }

  function again(wake: () => void): void {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => start(wake), AGAIN_MS);
    timer.unref();
  }

  function start(wake: () => void): void {
    listen(wake).catch(() => again(wake));
  }

  return {
    start,
    close() {
      closed = true;
      clearTimeout(timer);
      end();
    },
  };
}

/** Tells everybody who listens. */
export const TELL = `SELECT pg_notify('${CHANNEL}', $1)`;
