import { pageProblem } from '@/lib/call/answers/problem';
import {
  EXPORT_COUNT_HEADER,
  EXPORT_TICKET_HEADER,
  type ExportQuery,
  exportQueryParams,
} from '@/lib/call/query/routes/export-query';
import { askJson, noAnswer, refusalOf } from './get-json';
import { createRecordCounter } from './record-counter';

/** How far a download is. */
export type ExportProgress = {
  bytes: number;
  /** Calls, or for costs the charges of calls. */
  records: number;
  /** How many calls match; null where the server does not say. */
  calls: number | null;
  /** How many exports come before this one; null when it does not wait, or nobody knows yet. */
  before: number | null;
};

export type ExportedFile = { content: Blob; name: string; progress: ExportProgress };

type Watch = { signal: AbortSignal; onProgress: (progress: ExportProgress) => void };

/**
 * Downloads an export. Rejects with a {@link Problem} when there is none or it breaks off: half a file is no file.
 * With the signal's AbortError when aborted.
 */
export async function downloadExport(query: ExportQuery, watch: Watch): Promise<ExportedFile> {
  const { signal } = watch;
  const path = `/api/calls/export?${exportQueryParams(query)}`;
  const headers = { [EXPORT_TICKET_HEADER]: newTicket() };
  const stopTelling = tellPlace(headers, watch);
  const response = await fetch(path, { signal, headers })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw error instanceof TypeError ? noAnswer() : error;
    })
    .finally(stopTelling);
  if (!response.ok) throw await refusalOf(response);
  const { content, progress } = await read(response, query, watch);
  return { content, name: nameOf(response), progress };
}

/** Milliseconds between two questions for the place in line. */
const PLACE_MS = 1000;

/** Tells again and again how many exports come before this one, until it is stopped or asking fails. */
function tellPlace(headers: Record<string, string>, { signal, onProgress }: Watch): () => void {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tell = async () => {
    const { before } = await askJson(
      '/api/calls/export/turn',
      (schemas) => schemas.exportTurnSchema,
      { headers, signal: either },
    );
    if (!either.aborted) onProgress({ bytes: 0, records: 0, calls: null, before });
  };
  const timer = setInterval(() => {
    // The place is a courtesy: the export itself tells what is wrong.
    tell().catch(() => undefined);
  }, PLACE_MS);
  either.addEventListener('abort', () => clearInterval(timer), { once: true });
  return () => stop.abort();
}

function newTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes are handed to the browser in pieces of this size, which it keeps outside of this page's memory. */
const PIECE_BYTES = 8_000_000;
/** Milliseconds between two reports: the bar moves smoothly and the page stays free. */
const REPORT_MS = 100;

async function read(response: Response, { format = 'csv' }: ExportQuery, watch: Watch) {
  const { signal, onProgress } = watch;
  const counter = createRecordCounter(format);
  const calls = countOf(response.headers.get(EXPORT_COUNT_HEADER));
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, held, reported] = [0, 0, 0];
  const progress = () => ({ bytes, records: counter.records(), calls, before: null });
  const fold = () => {
    pieces.push(new Blob(chunks));
    chunks = [];
    held = 0;
  };
  try {
    for await (const chunk of chunksOf(response)) {
      counter.add(chunk);
      chunks.push(chunk);
      bytes += chunk.length;
      held += chunk.length;
      if (held >= PIECE_BYTES) fold();
      if (performance.now() - reported < REPORT_MS) continue;
      reported = performance.now();
      onProgress(progress());
    }
  } catch {
    signal.throwIfAborted();
    throw pageProblem('callscope_unreachable', 'The download broke off, and nothing was saved.');
  }
  fold();
  const type = response.headers.get('content-type') ?? '';
  return { content: new Blob(pieces, { type }), progress: progress() };
}

/** The chunks of a body; not every browser can iterate one by itself. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return;
    yield next.value;
  }
}

function countOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

/** The name that the server gave the file: it knows which days a relative range covers. */
function nameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  return /filename="([\w.-]+)"/.exec(header)?.[1] ?? 'callscope-calls';
}

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile({ content, name }: ExportedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
