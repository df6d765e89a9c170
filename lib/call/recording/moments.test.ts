import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from '@/lib/format/number';
import { momentsIn } from './moments';

const seconds = (text: string) =>
  momentsIn(text).flatMap(({ second }) => (second === null ? [] : [second]));

describe('momentsIn', () => {
  it.each<[string, number[]]>([
    ['', []],
    ['call back at 5:30', []],
    ['[1:23] Agent: “so”', [83]],
    ['listen from [0:00] to [1:02:03].', [0, 3723]],
    ['[[0:07]]', [7]],
    ['[75:10]', [4510]],
    ['[1:60] [1:2] [1:75:00] [-1:00] [1:23', []],
    ['‏[0:05]‏ 🚨', [5]],
  ])('%s', (text, found) => {
    expect(seconds(text)).toEqual(found);
  });

  it('loses nothing of a text', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.constantFrom('[1:23]', '[0:0', ']', '[')));
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        expect(
          momentsIn(whole)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });

  it('reads every moment as it is written', () => {
    fc.assert(
      fc.property(fc.nat(4 * 3600), (second) => {
        expect(seconds(`a [${formatDuration(second)}] b`)).toEqual([second]);
      }),
    );
  });
});
