import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the demo upstream saw it. */
export type LoggedRequest = {
  method: string;
  /** Path and query, as sent. */
  path: string;
  /** When it arrived, ISO 8601. */
  at: string;
  /** As sent, but `authorization` only says whether the key was `right`, `wrong` or `missing`. */
  headers: Record<string, string>;
  /** The status answered; null while there is none. */
  status: number | null;
  /** The client left before it had its whole answer. */
  aborted: boolean;
};

export type RequestLog = {
  all(): readonly LoggedRequest[];
  clear(): void;
  /** Follows an exchange to its end; `fault` says that the server itself breaks off. */
  follow(request: IncomingMessage, response: ServerResponse, breaksOff: boolean): void;
};

/** Remembers no more than this many requests, the oldest go first. */
const LONGEST = 10_000;

export function createRequestLog(apiKey: string): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    all: () => entries,
    clear: () => {
      entries = [];
    },
    follow(request, response, breaksOff) {
      const entry: LoggedRequest = {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        at: new Date().toISOString(),
        headers: headersOf(request, apiKey),
        status: null,
        aborted: false,
      };
      entries.push(entry);
      if (entries.length > LONGEST) entries.shift();
      response.on('close', () => {
        entry.status = response.headersSent ? response.statusCode : null;
        entry.aborted = !response.writableFinished && !breaksOff;
      });
    },
  };
}

function headersOf(request: IncomingMessage, apiKey: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const { authorization } = request.headers;
  if (authorization === undefined) headers.authorization = 'missing';
  else headers.authorization = authorization === `Bearer ${apiKey}` ? 'right' : 'wrong';
  return headers;
}
