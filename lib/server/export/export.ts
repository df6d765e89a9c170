import { EXPORT_COUNT_HEADER, type ExportQuery } from '@/lib/call/export-query';
import { FILTER_KEYS } from '@/lib/call/filters';
import { resolveRange } from '@/lib/url/relative-range';
import { CallscopeError } from '../errors';
import type { StreamAnswer } from '../handle-stream';
import type { IndexStore } from '../index/store';
import { fileKind } from './file';
import { fileName } from './file-name';
import { exportText } from './text';

type Parts = { index: IndexStore | undefined; currency: string; now: () => Date };

/** Every call of the index that matches, written as a file; relative ranges mean what they mean now. */
export async function exportCalls(
  { index, currency, now }: Parts,
  { format = 'csv', bom = false, ...asked }: ExportQuery,
  signal: AbortSignal,
): Promise<StreamAnswer> {
  if (index === undefined)
    throw new CallscopeError('index_unavailable', 'Exports are made from the index.');
  const { from, to, timezone = 'UTC', ...rest } = asked;
  const moment = now();
  const range = resolveRange({ from, to }, timezone, moment);
  const query = { ...rest, ...range, timezone };
  const { type, extension, writer } = fileKind({ format, bom, timezone, currency });
  const { count } = await index.page({ ...query, limit: 1 });
  const filtered = FILTER_KEYS.some(
    (key) => key !== 'from' && key !== 'to' && asked[key] !== undefined,
  );
  const name = fileName({ format, extension, range, filtered, timezone, now: moment });
  return {
    type,
    headers: {
      'content-disposition': `attachment; filename="${name}"`,
      [EXPORT_COUNT_HEADER]: String(count),
    },
    text: exportText(index.export(query, signal), writer),
  };
}
