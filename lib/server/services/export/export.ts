import { may } from '@/lib/auth/roles';
import { EXPORT_COUNT_HEADER, type ExportQuery } from '@/lib/call/query/export-query';
import { FILTER_KEYS } from '@/lib/call/query/filters';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import { indexQueryOf } from '@/lib/server/services/calls/index-answers';
import { refuseNumberQuestion } from '@/lib/server/services/redaction/numbers/number-questions';
import { fileKind } from './file';
import { fileName } from './file-name';
import { fileText, type TextMaker, type TextOptions } from './text';
import type { ExportTurns } from './turns';

type Parts = {
  index: IndexHandle;
  currency: string;
  now: () => Date;
  makerOf: (options: TextOptions) => TextMaker;
  turns: ExportTurns;
};

/** An answer that is sent while it is made. */
export type StreamAnswer = {
  /** The media type. */
  type: string;
  headers: Record<string, string>;
  /** The body in pieces; the next one is asked for when the client has taken those before. */
  body: AsyncIterable<Uint8Array>;
};

/**
 * Every call of the index that matches, written as a file when its turn comes; relative ranges mean what they mean now.
 * `ticket` is what its place in line is asked by.
 */
export async function exportCalls(
  { index, currency, now, makerOf, turns }: Parts,
  { format = 'csv', bom = false, dialect = 'spreadsheet', ...asked }: ExportQuery,
  { who, signal }: Principal,
  ticket?: string,
): Promise<StreamAnswer> {
  authorise(who, 'export');
  refuseNumberQuestion(who, asked);
  const store = await index.store();
  const moment = now();
  const query = indexQueryOf(asked, moment);
  const { from, to, timezone } = query;
  const options = { format, bom, dialect, timezone, currency };
  const file = fileKind(options);
  const { count } = await store.page({ ...query, limit: 1 }, signal);
  const filtered = FILTER_KEYS.some(
    (key) => key !== 'from' && key !== 'to' && asked[key] !== undefined,
  );
  const range = { ...(from && { from }), ...(to && { to }) };
  const name = fileName({
    format,
    extension: file.extension,
    range,
    filtered,
    timezone,
    now: moment,
  });
  return {
    type: file.type,
    headers: {
      'content-disposition': `attachment; filename="${name}"`,
      [EXPORT_COUNT_HEADER]: String(count),
    },
    body: turns.inTurn({ person: who.account?.subject ?? '', ticket, signal }, () =>
      fileText(
        file.writer.head,
        store.packed(query, signal),
        // Whoever may export may see numbers at present; a role that may not will get none.
        () => makerOf({ ...options, masked: !may(who, 'phone_numbers') }),
      ),
    ),
  };
}
