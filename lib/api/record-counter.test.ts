import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordCounter } from './record-counter';

function count(format: 'csv' | 'jsonl' | 'focus', text: string, cut = 3): number {
  const counter = createRecordCounter(format);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += cut) counter.add(bytes.subarray(at, at + cut));
  return counter.records();
}

describe('records of a file', () => {
  it.each([
    ['csv', '', 0],
    ['csv', '\uFEFFid,notes\r\n', 0],
    ['csv', 'id,notes\r\n1,"two\r\nlines ""and"" more"\r\n2,\r\n', 2],
    ['focus', 'a\r\nb\r\n', 1],
    ['jsonl', '{"a":"\\"\\n"}\n{"b":1}\n', 2],
    ['jsonl', '', 0],
  ] as const)('of %s %j: %i', (format, text, records) => {
    expect(count(format, text)).toBe(records);
  });

  it('are the same however the bytes are cut', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '""', '\r\n', 'a', ',', '✅') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (written, cut) => {
        expect(count('csv', written, cut)).toBe(count('csv', written, 1_000_000));
      }),
    );
  });
});
