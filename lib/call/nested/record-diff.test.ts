import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffCell, diffRecords } from './record-diff';

/** A row in short: its key with its depth, what each record has, and whether that is the same. */
function short(...records: (Record<string, unknown> | null | undefined)[]) {
  return diffRecords(records).rows.map(
    ({ key, depth, cells, same }) =>
      `${'.'.repeat(depth)}${key}: ${cells.map(word).join(' | ')}${same ? '' : ' ≠'}`,
  );
}

function word(cell: DiffCell): string {
  if (cell.kind === 'plain') return JSON.stringify(cell.value);
  return cell.kind === 'json' ? `json ${cell.text}` : cell.kind;
}

describe('records side by side', () => {
  it.each([
    ['equal values', [{ a: 1 }, { a: 1 }], ['a: 1 | 1']],
    ['other values', [{ a: 1 }, { a: 2 }], ['a: 1 | 2 ≠']],
    ['a number is not its digits', [{ a: 1 }, { a: '1' }], ['a: 1 | "1" ≠']],
    ['missing is not null', [{ a: null }, {}], ['a: null | missing ≠']],
    ['null is not empty', [{ a: null }, { a: '' }], ['a: null | "" ≠']],
    ['nothing and nothing', [{ a: null }, { a: null }], ['a: null | null']],
    ['no record at all has no fields', [{ a: 1 }, null], ['a: 1 | missing ≠']],
    ['an unknown record makes no difference', [{ a: 1 }, undefined], ['a: 1 | unknown']],
    ['three, one differs', [{ a: 1 }, { a: 1 }, { a: 2 }], ['a: 1 | 1 | 2 ≠']],
    [
      'the order of fields',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      ['a: 1 | 1', 'b: 2 | 2'],
    ],
    ['nested', [{ a: { b: 1 } }, { a: { b: 2 } }], ['a: parts | parts ≠', '.b: 1 | 2 ≠']],
    [
      'nested beside plain',
      [{ a: { b: 1 } }, { a: 'x' }, undefined],
      ['a: parts | "x" | unknown ≠', '.b: 1 | missing | unknown ≠'],
    ],
    [
      'lists of other lengths',
      [{ a: [1, 2] }, { a: [1] }],
      ['a: parts | parts ≠', '.1: 1 | 1', '.2: 2 | missing ≠'],
    ],
    ['a list beside an object', [{ a: [1] }, { a: { b: 1 } }], ['a: json [1] | json {"b":1} ≠']],
    ['empty list, empty object', [{ a: [] }, { a: {} }], ['a: json [] | json {} ≠']],
    ['names that are traps', [{ constructor: 1 }, {}], ['constructor: 1 | missing ≠']],
    [
      'a key of a prototype',
      [JSON.parse('{"__proto__":{"x":1}}'), {}],
      ['__proto__: parts | missing ≠', '.x: 1 | missing ≠'],
    ],
  ])('%s', (_, records, rows) => {
    expect(short(...records)).toEqual(rows);
  });

  it('do not go deeper than can be read', () => {
    const deep = (end: number) => ({ a: { b: { c: { d: { e: { f: { g: end } } } } } } });
    expect(short(deep(1), deep(2)).at(-1)).toBe('.....f: json {"g":1} | json {"g":2} ≠');
  });

  it('are cut where there is more than can be shown', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`k${i}`, i]));
    const { rows, cut } = diffRecords([many, {}]);
    expect([rows.length, cut]).toEqual([500, true]);
  });
});

const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
const json = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value));

describe('any records', () => {
  it('are the same as themselves, and have a cell for each record in each row', () => {
    fc.assert(
      fc.property(record.map(json), fc.integer({ min: 1, max: 4 }), (one, count) => {
        for (const { cells, same } of diffRecords(Array(count).fill(one)).rows) {
          expect(cells).toHaveLength(count);
          expect(same).toBe(true);
        }
      }),
    );
  });

  it('differ somewhere exactly when they are not equal, whichever comes first', () => {
    fc.assert(
      fc.property(record.map(json), record.map(json), (a, b) => {
        const { rows, cut } = diffRecords([a, b]);
        const turned = diffRecords([b, a]).rows;
        fc.pre(!cut);
        const equal = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(rows.every(({ same }) => same)).toBe(equal);
        const inOrder = (list: typeof rows) =>
          list.map(({ key, depth, same }) => `${depth} ${key} ${same}`).sort();
        expect(inOrder(turned)).toEqual(inOrder(rows));
      }),
    );
  });
});

/** With the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, sorted(part), 'field']);
}
