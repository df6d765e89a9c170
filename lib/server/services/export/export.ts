import { may } from '@/lib/auth/roles';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import {
  EXPORT_COUNT_HEADER,
  EXPORT_EXTRACTED_HEADER,
  EXPORT_READ_HEADER,
  type ExportQuery,
  isFocus,
} from '@/lib/call/query/routes/export-query';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { PackedCalls } from '@/lib/server/index/documents/packed-calls';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { DailyCost, IndexStore } from '@/lib/server/index/store';
import { indexQueryOf } from '@/lib/server/services/calls/asking';
import { asksExtracted } from '@/lib/server/services/calls/said';
import { refuseNumberQuestion } from '@/lib/server/services/redaction/numbers/number-questions';
import type { StreamAnswer } from '@/lib/server/services/stream-answer';
import { ACCOUNT_SAMPLE, accountOf } from './account';
import { CSV, fileKind, headOf } from './file';
import { fileName } from './file-name';
import type { FocusOptions } from './formats/focus/call-charges';
import { dailyCharges, dailyText } from './formats/focus/daily-charges';
import { METADATA, metadataText } from './metadata-text';
import { fileText, type TextMaker, type TextOptions } from './text';
import type { ExportTurns } from './turns';

type Parts = {
  index: IndexHandle;
  currency: string;
  /** The organization that the key belongs to, where it is known. */
  organizationId?: string;
  now: () => Date;
  makerOf: (options: TextOptions) => TextMaker;
  turns: ExportTurns;
};

/**
 * Every call of the index that matches, or what they cost, written as a file when its turn comes; relative ranges mean
 * what they mean now. `ticket` is what its place in line is asked by.
 */
export async function exportCalls(
  { index, currency, organizationId, now, makerOf, turns }: Parts,
  {
    format = 'csv',
    bom = false,
    dialect = 'spreadsheet',
    metadata,
    columns,
    ...asked
  }: ExportQuery,
  { who, signal }: Principal,
  ticket?: string,
): Promise<StreamAnswer> {
  authorise(who, 'export');
  refuseNumberQuestion(who, asked);
  const store = await index.store();
  const moment = now();
  const query = indexQueryOf(asked, moment);
  const asksAccount = isFocus(format) && !organizationId;
  // The newest, whatever the order of the file: the account does not depend on it.
  const sample = { sort: 'desc', sort_by: 'created', offset: 0 } as const;
  const { count, calls } = await store.page(
    { ...query, ...sample, limit: asksAccount ? ACCOUNT_SAMPLE : 1 },
    signal,
  );
  const account = accountOf(organizationId, calls);
  const { from, to, timezone } = query;
  const name = (extension: string) =>
    fileName({
      format,
      extension,
      range: { ...(from && { from }), ...(to && { to }) },
      filtered: filterKeysOf(asked).some(
        (key) => key !== 'from' && key !== 'to' && asked[key] !== undefined,
      ),
      timezone,
      now: moment,
    });
  // What was said decides which calls are there, or stands in columns of its own.
  const hasSaid = query.said !== undefined || !isFocus(format);
  const known = {
    ...(hasSaid && { [EXPORT_READ_HEADER]: await readOf(store) }),
    ...(asksExtracted(asked) && { [EXPORT_EXTRACTED_HEADER]: await extractedOf(store) }),
  };
  const headers = (fileName: string) => ({
    'content-disposition': `attachment; filename="${fileName}"`,
    [EXPORT_COUNT_HEADER]: String(count),
    ...known,
  });
  const focus = { dialect, currency, organizationId, account };
  if (metadata && isFocus(format)) {
    const beside = name(CSV.extension);
    const described = { ...focus, format, name: beside, at: moment, asked };
    return {
      type: METADATA.type,
      headers: headers(name(METADATA.extension)),
      body: metadataText(store, query, described, signal),
    };
  }
  const file =
    format === 'focus-daily'
      ? dailyFile(store.dailyCosts(query, signal), focus, bom)
      : callsFile(store.packed(query, signal), makerOf, {
          ...focus,
          format,
          bom,
          columns,
          timezone,
          // Whoever may export may see numbers at present; a role that may not will get none.
          masked: !may(who, 'phone_numbers'),
        });
  const { type, extension, text } = file;
  return {
    type,
    headers: headers(name(extension)),
    body: turns.inTurn({ person: who.account?.subject ?? '', ticket, signal }, text),
  };
}

/** Of how many of all calls it is known what was said. */
async function readOf(store: IndexStore): Promise<string> {
  const [{ read }, { indexed }] = await Promise.all([store.transcriptContent(), store.content()]);
  return `${read}/${indexed}`;
}

/** Of how many of all calls extracted values are known. */
async function extractedOf(store: IndexStore): Promise<string> {
  const [extracted, { indexed }] = await Promise.all([store.extractedCalls(), store.content()]);
  return `${extracted}/${indexed}`;
}

type TextFile = { type: string; extension: string; text: () => AsyncIterable<Uint8Array> };

function callsFile(
  pieces: AsyncIterable<PackedCalls>,
  makerOf: Parts['makerOf'],
  options: TextOptions,
): TextFile {
  const { type, extension, writer } = fileKind(options);
  const text = () => fileText(writer.head, pieces, () => makerOf(options));
  return { type, extension, text };
}

function dailyFile(
  days: AsyncIterable<DailyCost[]>,
  options: FocusOptions,
  bom: boolean,
): TextFile {
  const { head, record } = dailyCharges(options);
  return { ...CSV, text: () => dailyText(headOf(head, bom), days, record) };
}
