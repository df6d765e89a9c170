import { describe, expect, test } from 'vitest';
import type { FaultRequest } from '@/lib/demo/control/faults';
import { startWorld } from './doctor.test-world';

/** What single steps make of an account that deviates in one respect. */

const id = (n: number) => n.toString(16).padStart(24, 'e');
const aCall = (n: number, fields: object = {}) => ({
  id: id(n),
  type: 'Inbound',
  status: 'Completed',
  created: new Date(Date.now() + n * 60_000).toISOString(),
  ...fields,
});

describe('the transcript', () => {
  const message = (start: unknown) => ({ id: 'm', role: 'user', content: 'hello', start });
  test.each([
    ['unix seconds', 1_793_000_000, 'ok', /unix seconds, as documented/],
    ['unix milliseconds', 1_793_000_000_000, 'differs', /unix milliseconds/],
    ['offsets', 12.5, 'differs', /since the call began/],
    ['text', '2026-11-01T00:00:00Z', 'differs', /dates as text/],
    ['no time', 0, 'differs', /no times/],
  ])('with %s', async (_, start, outcome, detail) => {
    const world = await startWorld({ calls: 30 });
    await world.control.insertCalls(aCall(1, { duration: 60 }));
    await world.control.setTranscript(id(1), {
      id: 't',
      call_id: id(1),
      messages: [message(start)],
    });
    expect((await world.check()).told('Transcript')).toMatchObject({
      outcome,
      detail: expect.stringMatching(detail),
    });
  });

  test('of another call, or that may not be read, fails', async () => {
    const world = await startWorld({ calls: 30 });
    await world.control.insertCalls(aCall(1, { duration: 60 }));
    await world.control.setTranscript(id(1), { call_id: id(2), messages: [message(1)] });
    expect((await world.check()).told('Transcript')).toMatchObject({ outcome: 'fails' });
    await world.control.setFaults({ kind: 'status', status: 403, match: { path: 'transcript' } });
    expect((await world.check()).told('Transcript')).toMatchObject({ outcome: 'fails' });
    await world.control.setFaults({ kind: 'status', status: 404, match: { path: 'transcript' } });
    expect((await world.check()).told('Transcript')).toMatchObject({ outcome: 'unknown' });
  });
});

describe('the recording', () => {
  const match = { path: 'recording' };
  const url = 'https://storage.example/a.wav?signature=canary';
  const headers = { 'content-type': 'audio/wav' };
  test.each([
    [{ kind: 'status', status: 200, body: { url }, match }, /address in JSON/],
    [{ kind: 'status', status: 200, body: url, match }, /plain text/],
    [{ kind: 'status', status: 200, body: 'RIFF', headers, match }, /the sound itself/],
    [{ kind: 'redirect', location: url, match }, /redirection/],
  ] as [FaultRequest, RegExp][])('%#', async (fault, detail) => {
    const world = await startWorld({ calls: 30 });
    await world.control.insertCalls(aCall(1, { metadata: { recording_sid: 'RE1' } }));
    await world.control.setFaults(fault);
    const { told, findings } = await world.check();
    expect(told('Recording')).toMatchObject({
      outcome: 'ok',
      detail: expect.stringMatching(detail),
    });
    expect(JSON.stringify(findings)).not.toMatch(/storage|canary/);
  });
});

test('statuses, ratings and fields that are not documented are named and counted', async () => {
  const world = await startWorld({ calls: 30 });
  const odd = { status: 'Snoozed', ratings: [{ emoji: '🦄' }], mood: 'good', '+13125550142': 1 };
  await world.control.insertCalls(aCall(1, odd), aCall(2, odd));
  const { told } = await world.check();
  expect(told('Statuses and ratings')).toMatchObject({
    outcome: 'differs',
    detail:
      'Statuses that are not documented: Snoozed (2). Ratings that are not documented: 1. They are shown as they are.',
  });
  expect(told('Unknown fields')?.detail).toMatch(/^mood \(2\) and 1 other of /);
});

test('several organizations are told', async () => {
  const world = await startWorld({ calls: 30 });
  await world.control.insertCalls(aCall(1, { organization_id: 'another' }));
  expect((await world.check()).told('Account')).toMatchObject({ outcome: 'differs' });
});

test('a filter that finds too little, or is refused, is not honored', async () => {
  const world = await startWorld();
  await world.control.setFaults({ kind: 'empty', match: { query: 'models=' } });
  const short = await world.check();
  expect(short.told('Filter models')).toMatchObject({
    outcome: 'differs',
    detail: expect.stringMatching(/finds no call/),
  });
  expect(short.capabilities.honoured.models).toBe(false);
  await world.control.setFaults({ kind: 'status', status: 400, match: { query: 'models=' } });
  expect((await world.check()).capabilities.honoured.models).toBe(false);
  await world.control.setFaults({ kind: 'status', status: 404, match: { query: 'models=' } });
  expect((await world.check()).capabilities.honoured.models).toBeNull();
});

test('a filter without a value to ask for is not known', async () => {
  const world = await startWorld({ calls: 0 });
  await world.control.insertCalls(...[1, 2, 3, 4, 5, 6].map((n) => aCall(n)));
  const { told, capabilities } = await world.check();
  expect(told('Filter tags')).toMatchObject({ outcome: 'unknown' });
  expect(told('Filter type')).toMatchObject({ outcome: 'unknown' });
  expect(capabilities.honoured).toMatchObject({ tags: null, type: null, sort: true, from: true });
});

test('an end of a range that leaves its call out is told', async () => {
  const world = await startWorld({ calls: 0 });
  const calls = [1, 2, 3, 4, 5].map((n) => aCall(n));
  await world.control.insertCalls(...calls);
  // The middle call is the one asked about: these are the answers of an upstream with exclusive ends.
  const answer = (rows: ReturnType<typeof aCall>[]) => ({
    calls: rows,
    count: rows.length,
    limit: 50,
    offset: 0,
  });
  const newer = answer(calls.slice(3).reverse());
  await world.control.setFaults({
    kind: 'status',
    status: 200,
    body: newer,
    match: { query: 'from=' },
  });
  const { told, capabilities } = await world.check();
  expect(told('Range of time')).toMatchObject({
    outcome: 'differs',
    detail: expect.stringContaining('at the very moment of “from” is left out'),
  });
  expect(capabilities.honoured.from).toBe(true);
});

test('a call of year 1 or 9999 is neither the oldest nor the newest', async () => {
  const world = await startWorld({ calls: 30 });
  await world.control.insertCalls(
    aCall(1, { created: '0001-01-01T00:00:00Z' }),
    aCall(2, { created: '9999-12-31T23:59:59Z' }),
  );
  const { told, capabilities } = await world.check();
  expect(told('Calls')?.detail).not.toMatch(/0001|9999/);
  expect(told('Odd fields')?.detail).toMatch(/created \(2\)/);
  expect(capabilities.honoured.sort).toBe(true);
});

test('limits that headers tell of are repeated', async () => {
  const world = await startWorld({ calls: 30 });
  await world.control.setFaults({
    kind: 'status',
    status: 404,
    headers: { 'X-RateLimit-Limit': '100', 'set-cookie': 'session=canary' },
    match: { path: 'usage' },
  });
  const { told, findings } = await world.check();
  expect(told('Rate limit')).toMatchObject({
    outcome: 'ok',
    detail: 'HappyRobot tells: x-ratelimit-limit: 100.',
  });
  expect(told('HappyRobot’s own count')).toMatchObject({ outcome: 'unknown' });
  expect(JSON.stringify(findings)).not.toContain('canary');
});

test('odd fields are named with how many calls and since when, and cost no call', async () => {
  const world = await startWorld({ calls: 30 });
  const calls = [1, 2].map((n) => aCall(n, { costs: { voip: 'free' }, notes: [{ id: {} }] }));
  await world.control.insertCalls(...calls, { ...aCall(3), id: null });
  const { told, oddFields } = await world.check();
  expect(told('Odd fields')).toMatchObject({
    outcome: 'fails',
    detail: expect.stringMatching(
      /^1 record without a usable id .* In 2 of 33 calls .*costs\.voip \(2\)/,
    ),
  });
  expect(oddFields).toContainEqual({
    path: 'costs.voip',
    calls: 2,
    example: id(2),
    since: calls[0]?.created,
  });
});
