import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';

/** How long requests in flight may take once the process was told to end. */
const PATIENCE_MS = 15_000;
const POLL_MS = 50;

/**
 * The servers of this process, each known from its first request on: Next keeps its own to itself. One that nobody
 * asked yet has nothing in flight.
 */
export function watchServers(): ReadonlySet<Server> {
  const servers = new Set<Server>();
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('server' in message)) return;
    if (message.server instanceof Server) servers.add(message.server);
  });
  return servers;
}

/**
 * Takes no more requests and waits until those in flight are answered; whether all of them were. What takes longer
 * is broken off.
 */
export async function drained(
  servers: Iterable<Server>,
  patienceMs: number = PATIENCE_MS,
): Promise<boolean> {
  const ended = await Promise.all([...servers].map((server) => closed(server, patienceMs)));
  return ended.every(Boolean);
}

function closed(server: Server, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    // A connection whose request was just answered would be kept for the next one.
    const idle = setInterval(() => server.closeIdleConnections(), POLL_MS);
    const late = setTimeout(() => {
      end(false);
      server.closeAllConnections();
    }, patienceMs);
    server.close(() => end(true));

    function end(whole: boolean) {
      clearInterval(idle);
      clearTimeout(late);
      resolve(whole);
    }
  });
}
