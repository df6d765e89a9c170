import { describe, expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { createTranscript } from '@/lib/demo/calls/transcript/transcript';
import { generateCalls } from '@/lib/demo/generate';
import { listAt } from '@/lib/demo/json';
import { ODDITY_COUNT, oddlyWrapped, oddRecord, oddTranscript } from './odd-records';

const calls = generateCalls({ seed: 'odd', now: Date.parse('2026-11-18T17:00:00Z'), count: 1500 });
const changedFields = (call: object) => {
  const odd = Object.assign({}, oddRecord(call));
  return Object.entries({ ...call, ...odd })
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(call, key)))
    .map(([key, value]) => `${key} ${kindOf(value)}`);
};
const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

describe('an odd account', () => {
  test('writes each call with fields that deviate, and always with its id', () => {
    for (const call of calls) {
      expect(oddRecord(call)).toHaveProperty('id', call.id);
      expect(changedFields(call), call.id).not.toEqual([]);
    }
  });

  test('writes the same call in the same way, and leaves the call itself as it is', () => {
    const before = JSON.stringify(calls);
    const once = JSON.stringify(calls.map(oddRecord));
    expect(JSON.stringify(calls.map(oddRecord))).toBe(once);
    expect(JSON.stringify(calls)).toBe(before);
  });

  test('deviates in every documented field that a call has', () => {
    const seen = new Set(calls.flatMap(changedFields).map((change) => change.split(' ')[0]));
    const fixed = ['id', 'provider', 'parent_call_id', 'campaign_id'];
    const documented = Object.keys(callSchema.shape).filter((key) => !fixed.includes(key));
    for (const key of documented.filter((each) => each !== 'callscope'))
      expect(seen).toContain(key);
    expect(ODDITY_COUNT).toBeGreaterThan(seen.size);
  });

  test('writes times as numbers, numbers as text and objects as lists', () => {
    const seen = new Set(calls.flatMap(changedFields));
    for (const change of ['created number', 'duration string', 'costs list', 'extraction list'])
      expect(seen).toContain(change);
    for (const change of ['use_case string', 'type null', 'status undefined', 'metadata object'])
      expect(seen).toContain(change);
  });

  test('wraps some answers, and says the same inside', () => {
    const wrapped = calls.map((call) => oddlyWrapped(call, 'call'));
    const names = wrapped.map((answer) => Object.keys(Object(answer)).join(' '));
    for (const shape of ['call', 'data', 'status data']) expect(names).toContain(shape);
    for (const [place, call] of calls.entries())
      expect(JSON.stringify(wrapped[place])).toContain(call.id);
  });

  test('keeps every message of a transcript', () => {
    for (const call of calls.slice(0, 100)) {
      const transcript = createTranscript(call);
      const contents = listAt(oddTranscript(transcript), 'messages').map(
        (it) => Object(it).content,
      );
      expect(contents).toEqual(
        expect.arrayContaining(transcript.messages.map(({ content }) => content)),
      );
    }
  });
});
