import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { MOST_SHARED_VIEWS, type SharedView, sharedViewSchema } from '@/lib/views/shared-view';

const fileSchema = z.object({
  format: z.literal(1),
  views: z.array(sharedViewSchema).check(z.maxLength(MOST_SHARED_VIEWS)),
});

/**
 * Reads the views of a file; none where there is no file. One that makes no sense is set aside, and `onDamage` is told
 * under which name.
 */
export async function readViewFile(
  path: string,
  onDamage: (aside: string) => void,
): Promise<readonly SharedView[]> {
  const text = await textOf(path);
  if (text === undefined) return [];
  const read = fileSchema.safeParse(parsed(text));
  if (read.success) return read.data.views;
  const aside = `${path}.damaged-${Date.now()}`;
  await rename(path, aside);
  onDamage(aside);
  return [];
}

/** Replaces the file in one go: whoever reads it, even after a crash, finds the one before or the one after. */
export async function writeViewFile(path: string, views: readonly SharedView[]): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify({ format: 1, views }));
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
