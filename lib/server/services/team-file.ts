import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as z from 'zod/mini';
import type { Log } from '@/lib/server/observability/log';

/** Something small that a team keeps together, in a file of `DATA_DIR`. */
export type TeamFile<Content> = {
  read(): Promise<Content>;
  /** One change after the other: each finds what the one before has left. What throws changes nothing. */
  edit(change: (content: Content) => Content): Promise<Content>;
};

export type TeamFileParts = {
  path: string;
  log: Pick<Log, 'warn'>;
  /** Throws when the folder of the file was lost: then it is not empty. */
  refuseLost: () => void;
};

/** `what` it is, for the log: a file that makes no sense is set aside, and what it held is empty. */
export function createTeamFile<Schema extends z.ZodMiniType>(
  { path, log, refuseLost }: TeamFileParts,
  { what, schema, empty }: { what: string; schema: Schema; empty: z.output<Schema> },
): TeamFile<z.output<Schema>> {
  type Content = z.output<Schema>;
  let last: Promise<unknown> = Promise.resolve();
  let known: { content: Content } | undefined;

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Content> {
    refuseLost();
    known ??= { content: await fromFile() };
    return known.content;
  }

  async function fromFile(): Promise<Content> {
    const text = await textOf(path);
    if (text === undefined) return empty;
    const found = z.safeParse(schema, parsed(text));
    if (found.success) return found.data;
    const aside = `${path}.damaged-${Date.now()}`;
    await rename(path, aside);
    log.warn(`${what} could not be read and were set aside as ${basename(aside)}`);
    return empty;
  }

  return {
    read: () => inTurn(read),
    edit: (change) =>
      inTurn(async () => {
        const content = change(await read());
        await replace(path, JSON.stringify(content));
        known = { content };
        return content;
      }),
  };
}

/** Replaces the file in one go: whoever reads it, even after a crash, finds the one before or the one after. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
