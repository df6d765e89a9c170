import { createServer } from 'node:net';
import { EnvError } from '@/lib/server/boot/env';

const PROBLEMS: Record<string, (port: number, hostname: string) => string> = {
  EADDRINUSE: (port) =>
    `PORT ${port} is in use by another program, choose another one, for example PORT=${port + 1}`,
  EACCES: (port) => `PORT ${port} needs more rights than this user has, for example PORT=3000`,
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
  EAI_AGAIN: notHere,
};

function notHere(_: number, hostname: string): string {
  return `HOSTNAME ${hostname} is no address of this machine, for example HOSTNAME=127.0.0.1`;
}

/**
 * Listens for a moment, to tell plainly what stands in the way.
 * @throws {EnvError} in one line
 */
export function checkCanListen(port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const describe = PROBLEMS[error.code ?? ''];
      reject(new EnvError(describe?.(port, hostname) ?? `PORT ${port}: ${error.message}`));
    });
    server.listen({ port, host: hostname, exclusive: true }, () => server.close(() => resolve()));
  });
}
