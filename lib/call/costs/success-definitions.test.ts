import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SuccessDefinition, successesCodec, usableName } from './success-definitions';

const { decode, encode } = successesCodec;

describe('definitions of successes in an address', () => {
  it.each<[string, SuccessDefinition[]]>([
    ['Booked,a%2Cb', [{ name: '', outcomes: ['Booked', 'a,b'] }]],
    [
      ';Booked:load booked,load covered',
      [{ name: 'Booked', outcomes: ['load booked', 'load covered'] }],
    ],
    [
      ';Won:a;Called back:b,c',
      [
        { name: 'Won', outcomes: ['a'] },
        { name: 'Called back', outcomes: ['b', 'c'] },
      ],
    ],
    [';50%25 off%3A%3B:a%2Cb', [{ name: '50% off:;', outcomes: ['a,b'] }]],
    ['a:b;c', [{ name: '', outcomes: ['a:b;c'] }]],
  ])('%s', (text, value) => {
    expect(decode(text)).toEqual({ value });
    expect(decode(encode(value))).toEqual({ value });
  });

  it.each([
    ['', 'is empty'],
    [';', 'must be definitions such as ;Name:outcome,outcome'],
    [';a:b:c', 'must be definitions such as ;Name:outcome,outcome'],
    [';a:', 'is empty'],
    [';a:x,', 'has an empty value'],
    [';a:x;a:y', 'has two definitions of the same name'],
    [`;${'n'.repeat(61)}:x`, 'has a name longer than 60 characters'],
    [';a :x', 'has a name with spaces around it'],
    [Array.from({ length: 9 }, (_, at) => `;${at}:x`).join(''), 'has more than 8 definitions'],
    [`;a:${'x'.repeat(201)}`, 'has a value longer than 200 characters'],
  ])('%s is refused', (text, problem) => {
    expect(decode(text)).toEqual({ problem });
  });

  it('never throws, and reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `;${text}`),
        ),
        (text) => {
          const read = decode(text);
          if ('value' in read) expect(decode(encode(read.value))).toEqual(read);
        },
      ),
    );
    const definition = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 60 }).map(usableName),
      outcomes: fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    const definitions = fc.uniqueArray(definition, {
      minLength: 1,
      maxLength: 8,
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(definitions, (value) => {
        expect(decode(encode(value))).toEqual({ value });
      }),
    );
  });
});
