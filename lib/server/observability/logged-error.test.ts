import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallscopeError } from '@/lib/server/errors';
import { loggedError as told } from './logged-error';

const loggedError = (error: unknown) => told(error, (text) => text);

describe('what the log has of an error', () => {
  it('is every cause with its code', () => {
    const socket = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const fetch = new TypeError('fetch failed', { cause: socket });
    const told = loggedError(new CallscopeError('index_failed', 'It failed.', { cause: fetch }));
    expect(told).toMatchObject({
      name: 'CallscopeError',
      code: 'index_failed',
      message: 'It failed.',
      cause: {
        name: 'TypeError',
        message: 'fetch failed',
        at: expect.arrayContaining([expect.stringContaining('logged-error.test.ts')]),
        cause: { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
      },
    });
  });

  it('is what failed together, and ends where causes go in a circle', () => {
    const circle = new Error('round');
    circle.cause = circle;
    const told = loggedError(new AggregateError([circle, new Error('two')], 'both'));
    expect(told.errors).toMatchObject([
      { message: 'round', cause: { message: 'round' } },
      { message: 'two' },
    ]);
    expect(JSON.stringify(told).length).toBeLessThan(50_000);
  });

  it('keeps what says why', () => {
    const messageOf = (message: string) => loggedError(new Error(message)).message;
    expect(
      messageOf('Out of Memory Error: could not allocate block of size 256.0 KiB (122.0 MiB used)'),
    ).toBe('Out of Memory Error: could not allocate block of size 256.0 KiB (122.0 MiB used)');
    expect(messageOf("ENOENT: no such file or directory, open '/home/dana/views.json'")).toBe(
      'ENOENT: no such file or directory, open …',
    );
    expect(messageOf("It doesn't work")).toBe("It doesn't work");
  });

  it.each([
    (value: string) => `Conversion Error: Could not convert string '${value}' to INT32`,
    (value: string) => `Constraint Error: Duplicate key "id: ${value}" violates`,
    (value: string) => `Parser Error: syntax error\nLINE 1: SELECT ${value}`,
    (value: string) => `Binder Error: no such LINE 1: SELECT ${value}`,
    (value: string) => `Unexpected token 'J', "{"name": ${value}" is not valid JSON`,
    (value: string) => `Invalid: {"name": ${value}}`,
  ])('has no value of %s', (message) => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const canary = `canary ${text} canary`;
        expect(JSON.stringify(loggedError(new Error(message(canary))))).not.toContain('canary');
      }),
    );
  });

  it.each(['+1 (312) 555-0142', '13125550142', '312.555.0142', 'maya@example.com'])(
    'has no %s, quoted or not',
    (value) => {
      const message = loggedError(
        new Error(`Type INT64 with value ${value} is out of range`),
      ).message;
      expect(message).toBe('Type INT64 with value … is out of range');
    },
  );

  it('is no more than that of what is not an error', () => {
    expect(loggedError('canary')).toEqual({ name: 'string', message: 'not an error' });
    expect(loggedError(undefined)).toEqual({ name: 'undefined', message: 'not an error' });
  });
});
