import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';
import type { FaultRequest } from '@/lib/demo/control/faults';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { person } from '@/lib/server/auth/person.test-person';
import { connect } from '@/lib/server/upstream/transport/socket.test-server';
import { createReviewsService, type ReviewsService } from './reviews';

/** The service over the real client and the demo upstream, by HTTP. */

const CALL = 'aaaaaaaaaaaaaaaaaaaaaaa1';
const NOTE = 'bbbbbbbbbbbbbbbbbbbbbbb1';
const NOW = new Date('2026-11-22T10:30:00Z');
const maya = { email: 'maya@example.com', who: person('reviewer') };
const tom = { email: 'tom@example.com', who: person('reviewer') };

const note = (fields: object = {}) => ({
  id: NOTE,
  user_id: maya.email,
  content: 'as it was',
  flagged: false,
  created_at: '2026-11-20T08:00:00Z',
  ...fields,
});

let demo: DemoUpstream;
let control: DemoControl;

beforeAll(async () => {
  demo = await startDemoUpstream({ now: NOW.getTime(), calls: 5, control: true });
  control = createDemoControl(demo.url);
});
afterAll(() => demo.close());
afterEach(async () => {
  await control.clearFaults();
  await control.restoreCalls();
});

/** A service, and the call it is about with these fields. */
async function reviewing(fields: object = {}, url = demo.url) {
  await control.insertCalls({
    id: CALL,
    type: 'Inbound',
    status: 'Completed',
    created: '2026-11-20T00:00:00Z',
    use_case: { id: 'u', name: 'u', hooks: [{ headers: [{ key: 'k', value: 'secret' }] }] },
    notes: [],
    ratings: [],
    ...fields,
  });
  await control.clearRequests();
  const kept: unknown[] = [];
  const service = createReviewsService({
    upstream: connect(url, { apiKey: 'demo-key', timeouts: { totalMs: 600 } }),
    writeThrough: { keep: () => {}, keepNow: async (call) => void kept.push(call) },
    now: () => NOW,
  });
  return { service, kept };
}

const writes = async () =>
  (await control.requests()).filter(({ method }) => method !== 'GET').map(({ method }) => method);

const refused = (code: string) => ({ name: 'CallscopeError', code });

/** Each way of losing the answer to a write that was done. */
const LOST: [string, FaultRequest][] = [
  ['the connection breaks', { kind: 'reset', written: true }],
  ['the connection breaks within the answer', { kind: 'reset', afterBytes: 5 }],
  ['the answer is cut short', { kind: 'truncated', contentLength: 'too long' }],
  ['the answer is a 500', { kind: 'status', status: 500, written: true }],
  ['the answer is a 503 page', { kind: 'status', status: 503, body: '<html>', written: true }],
  ['the answer never comes', { kind: 'hang', written: true }],
  ['the answer is a redirect', { kind: 'redirect', written: true }],
];

/** Each way of failing before anything was done that still leaves the client in doubt. */
const UNDONE: [string, FaultRequest][] = [
  ['the connection breaks', { kind: 'reset' }],
  ['the answer is a 500', { kind: 'status', status: 500 }],
  ['the answer never comes', { kind: 'hang' }],
];

type Write = {
  method: string;
  before: object;
  run: (service: ReviewsService) => Promise<unknown>;
  after: object;
};

const rating = { emoji: '✅', email: maya.email, created: NOW.toISOString() };

const WRITES: Record<string, Write> = {
  'a new note': {
    method: 'POST',
    before: { notes: [] },
    run: (service) => service.addNote(CALL, maya, { id: NOTE, content: '<b>é</b>', flagged: true }),
    after: {
      notes: [note({ content: '<b>é</b>', flagged: true, created_at: NOW.toISOString() })],
    },
  },
  'a changed note': {
    method: 'PATCH',
    before: { notes: [note()] },
    run: (service) =>
      service.changeNote(CALL, NOTE, maya, { content: 'new', flagged: true, seen: note() }),
    after: { notes: [note({ content: 'new', flagged: true })] },
  },
  'a removed note': {
    method: 'DELETE',
    before: { notes: [note()] },
    run: (service) => service.removeNote(CALL, NOTE, maya),
    after: { notes: [] },
  },
  'a rating': {
    method: 'PATCH',
    before: { ratings: [] },
    run: (service) => service.rate(CALL, maya, { emoji: '✅', operation: 'add' }),
    after: { ratings: [rating] },
  },
  'a rating taken back': {
    method: 'PATCH',
    before: { ratings: [rating] },
    run: (service) => service.rate(CALL, maya, { emoji: '✅', operation: 'remove' }),
    after: { ratings: [] },
  },
  'a call seen': {
    method: 'PATCH',
    before: { viewed_by: [] },
    run: (service) => service.markViewed(CALL, maya),
    after: { viewed_by: [maya.email] },
  },
};

describe.each(Object.entries(WRITES))('%s', (_, { method, before, run, after }) => {
  it('is written once, answered with the call, and kept in the index', async () => {
    const { service, kept } = await reviewing(before);
    const answer = await run(service);
    expect(answer).toMatchObject({
      id: CALL,
      ...after,
      meta: { source: 'live', stale: false, as_of: NOW.toISOString() },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(kept.at(-1)).toMatchObject(after);
    expect(await writes()).toEqual([method]);
  });

  it.each(LOST)('is not written twice when it was and %s', async (__, fault) => {
    const { service } = await reviewing(before);
    await control.setFaults({ ...fault, match: { method } });
    expect(await run(service)).toMatchObject(after);
    expect(await writes()).toEqual([method]);
  });

  it.each(UNDONE)('stays in doubt when it is not there and %s', async (__, fault) => {
    const { service } = await reviewing(before);
    await control.setFaults({ ...fault, match: { method } });
    await expect(run(service)).rejects.toMatchObject(refused('write_uncertain'));
    expect(await writes()).toEqual([method]);
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '1' } }, 'upstream_rate_limited'],
    [{ status: 400, body: { message: 'no' } }, 'upstream_rejected'],
    [{ status: 401 }, 'upstream_unauthorized'],
    [{ status: 403 }, 'upstream_read_only'],
    [{ status: 404 }, 'not_found'],
  ])('was certainly not written after %o, and is not repeated', async (answer, code) => {
    const { service } = await reviewing(before);
    await control.setFaults({ kind: 'status', ...answer, match: { method } });
    await expect(run(service)).rejects.toMatchObject(refused(code));
    expect(await writes()).toEqual([method]);
  });

  it('of an unknown call is not found', async () => {
    const { service } = await reviewing(before);
    await control.restoreCalls();
    await expect(run(service)).rejects.toMatchObject(refused('not_found'));
  });
});

describe('a write that was done, on a call that cannot be read again', () => {
  it('is in doubt', async () => {
    const { service } = await reviewing();
    await control.setFaults({ kind: 'status', status: 500, match: { method: 'GET' } });
    await expect(service.markViewed(CALL, maya)).rejects.toMatchObject(refused('write_uncertain'));
    expect(await writes()).toEqual(['PATCH']);
  });
});

describe('a connection that is refused', () => {
  it.each(Object.entries(WRITES))('leaves no doubt: %s', async (_, { before, run }) => {
    const { service } = await reviewing(before, 'http://127.0.0.1:9/api/v1');
    await expect(run(service)).rejects.toMatchObject(refused('upstream_unreachable'));
  });
});

describe('ids that could lead elsewhere', () => {
  it.each(['..', '.', 'a/b', '%2e%2e', ''])('%j is no call', async (id) => {
    const { service } = await reviewing();
    await expect(service.markViewed(id, maya)).rejects.toMatchObject(refused('not_found'));
    await expect(service.addNote(id, maya, { content: 'x', flagged: false })).rejects.toMatchObject(
      refused('not_found'),
    );
    expect(await writes()).toEqual([]);
  });

  it('a note that is called so is not removed', async () => {
    const { service } = await reviewing({ notes: [note({ id: '..' })] });
    await expect(service.removeNote(CALL, '..', maya)).rejects.toMatchObject(refused('not_found'));
    expect(await writes()).toEqual([]);
  });
});

describe('a note', () => {
  it('sent again under its id is the same note', async () => {
    const { service } = await reviewing();
    const sent = { id: NOTE, content: 'once', flagged: false };
    await service.addNote(CALL, maya, sent);
    expect((await service.addNote(CALL, maya, sent)).notes).toHaveLength(1);
    expect(await writes()).toEqual(['POST']);
    await expect(
      service.addNote(CALL, maya, { ...sent, content: 'other words' }),
    ).rejects.toMatchObject(refused('note_changed'));
    expect(await writes()).toEqual(['POST']);
  });

  it('is found again although the upstream gave it another id', async () => {
    const renamed = note({ id: 'ffff', content: 'once', created_at: '2026-11-22T10:30:01Z' });
    await control.setFaults({ kind: 'reset', match: { method: 'POST' } });
    const { service } = await reviewing({ notes: [renamed] });
    const found = await service.addNote(CALL, maya, { id: NOTE, content: 'once', flagged: false });
    expect(found.notes).toHaveLength(1);
  });

  it('gets an id when it brings none', async () => {
    const { service } = await reviewing();
    const { notes } = await service.addNote(CALL, maya, { content: 'x', flagged: false });
    expect(notes?.[0]?.id).toMatch(/^[0-9a-f]{24}$/);
  });

  it('of another is neither changed nor removed, except by a manager', async () => {
    const { service } = await reviewing({ notes: [note()] });
    const change = { content: 'mine now', flagged: false };
    await expect(service.changeNote(CALL, NOTE, tom, change)).rejects.toMatchObject(
      refused('not_allowed'),
    );
    await expect(service.removeNote(CALL, NOTE, tom)).rejects.toMatchObject(refused('not_allowed'));
    expect(await writes()).toEqual([]);
    const manager = { ...tom, who: person('manager') };
    const { notes } = await service.changeNote(CALL, NOTE, manager, change);
    expect(notes).toEqual([note({ content: 'mine now' })]);
  });

  it('that nobody signed is nobody’s', async () => {
    const { service } = await reviewing({ notes: [note({ user_id: null })] });
    await expect(service.removeNote(CALL, NOTE, maya)).rejects.toMatchObject(
      refused('not_allowed'),
    );
  });

  it('is its author’s however the address is written', async () => {
    const { service } = await reviewing({ notes: [note({ user_id: 'Maya@Example.com' })] });
    const { notes } = await service.removeNote(CALL, NOTE, maya);
    expect(notes).toEqual([]);
  });

  it.each([
    ['words', { content: 'changed elsewhere' }],
    ['flag', { flagged: true }],
  ])('whose %s changed meanwhile is not written over, unless that is wanted', async (_, theirs) => {
    const { service } = await reviewing({ notes: [note(theirs)] });
    const change = { content: 'mine', flagged: false };
    await expect(
      service.changeNote(CALL, NOTE, maya, { ...change, seen: note() }),
    ).rejects.toMatchObject(refused('note_changed'));
    expect(await writes()).toEqual([]);
    const { notes } = await service.changeNote(CALL, NOTE, maya, change);
    expect(notes).toEqual([note(change)]);
  });

  it('that was deleted meanwhile is not found', async () => {
    const { service } = await reviewing();
    const change = { content: 'mine', flagged: false, seen: note() };
    await expect(service.changeNote(CALL, NOTE, maya, change)).rejects.toMatchObject(
      refused('not_found'),
    );
    await expect(service.removeNote(CALL, NOTE, maya)).rejects.toMatchObject(refused('not_found'));
    expect(await writes()).toEqual([]);
  });
});

describe('a rating', () => {
  it('given twice counts once, and taken back twice is gone', async () => {
    const { service } = await reviewing();
    const give = { emoji: '🚨', operation: 'add' } as const;
    await service.rate(CALL, maya, give);
    const { ratings } = await service.rate(CALL, maya, give);
    expect(ratings).toHaveLength(1);
    await service.rate(CALL, maya, { ...give, operation: 'remove' });
    await service.rate(CALL, maya, { ...give, operation: 'remove' });
    expect(await writes()).toEqual(['PATCH', 'PATCH']);
  });

  it('is taken back under the address it was given under', async () => {
    const { service } = await reviewing({ ratings: [{ ...rating, email: 'Maya@Example.com' }] });
    const { ratings } = await service.rate(CALL, maya, { emoji: '✅', operation: 'remove' });
    expect(ratings).toEqual([]);
  });

  it('leaves the other emoji and the ratings of others as they are', async () => {
    const others = [
      { ...rating, emoji: '👎' },
      { ...rating, email: tom.email },
    ];
    const { service } = await reviewing({ ratings: others });
    const given = await service.rate(CALL, maya, { emoji: '✅', operation: 'add' });
    expect(given.ratings).toEqual([...others, rating]);
    const back = await service.rate(CALL, maya, { emoji: '✅', operation: 'remove' });
    expect(back.ratings).toEqual(others);
  });
});
