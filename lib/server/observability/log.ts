import pino, { type DestinationStream, type Logger } from 'pino';
import { loggedError } from './logged-error';

export type Log = Logger;

/** Shorter keys are words that ordinary lines contain; no real key is that short. */
const SHORTEST_SECRET = 8;

/**
 * A logger that writes JSON lines. Whatever reaches it, `secret` does not leave it: the finished line is
 * searched, because an error of a library can carry a key in places that no list of paths foresees. Errors, as `err`, are
 * told with all of their causes and without values.
 */
export function createLog(
  options: { level: string; secret: string | undefined },
  destination: DestinationStream = pino.destination(1),
): Log {
  const { level, secret = '' } = options;
  const spelling = JSON.stringify(secret).slice(1, -1);
  const hides = secret.length >= SHORTEST_SECRET;
  const hide = (text: string) => (hides ? text.replaceAll(secret, '[removed]') : text);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => loggedError(error, hide) },
      formatters: { level: (label) => ({ level: label }) },
      hooks: hides ? { streamWrite: (line) => line.replaceAll(spelling, '[removed]') } : {},
    },
    destination,
  );
}
