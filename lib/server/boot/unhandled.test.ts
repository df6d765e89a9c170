import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createLog } from '@/lib/server/observability/log';
import { reportUnhandled } from './unhandled';

const KEY = 'canary-key-0b7e41c9d2';

test('what nobody caught is logged once and counted, without the key', () => {
  const lines: string[] = [];
  const log = createLog(
    { level: 'info', secret: KEY },
    { write: (line: string) => lines.push(line) },
  );
  let count = 0;
  const metrics = {
    unhandled: () => {
      count += 1;
    },
  };
  const source = new EventEmitter();
  reportUnhandled({ log, metrics }, source);
  const error = new Error(`no answer with ${KEY}`);
  source.emit('unhandledRejection', error);
  source.emit('uncaughtExceptionMonitor', error, 'unhandledRejection');
  source.emit('uncaughtExceptionMonitor', error, 'uncaughtException');
  source.emit('unhandledRejection', 'a reason that is no error');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'a rejection was not handled',
    'an error was not caught',
    'a rejection was not handled',
  ]);
  expect(lines.join('')).not.toContain(KEY);
  expect(count).toBe(3);
});
