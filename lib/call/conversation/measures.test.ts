import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptMessage } from '@/lib/call/transcript/transcript';
import { turnsOf } from '@/lib/call/transcript/turns';
import type { MeasureKey } from './keys';
import { measuresOf, measureValues } from './measures';
import { model } from './model.test-model';

type Spoken = [role: string, start: number | null, end: number | null];

const said = (...spoken: Spoken[]): TranscriptMessage[] =>
  spoken.map(([role, start, end]) => ({ role, content: 'Words', start, end }));
const measure = (key: MeasureKey, messages: readonly TranscriptMessage[]) => {
  const { value, measured, of } = measuresOf(turnsOf(messages))[key];
  return [value, measured, of];
};

const CALM: Spoken[] = [
  ['assistant', 0, 4],
  ['user', 5, 7],
  ['assistant', 8.5, 10.5],
  ['user', 16, 17],
  ['assistant', 17.5, 19.5],
];
const UNTIMED: Spoken[] = CALM.map(([role]) => [role, null, null]);
const STARTS: Spoken[] = CALM.map(([role, start]) => [role, start, null]);
const TIMED = [
  'talk_share',
  'silence',
  'interruptions',
  'response_time',
  'response_time_p95',
] as const;

describe('measures', () => {
  it.each<[MeasureKey, Spoken[], [number | null, number, number]]>([
    ['talk_share', CALM, [0.7273, 5, 5]],
    ['silence', CALM, [5.5, 4, 4]],
    ['interruptions', CALM, [0, 4, 4]],
    ['response_time', CALM, [1, 2, 2]],
    ['response_time_p95', CALM, [1.5, 2, 2]],
    ['turns', CALM, [5, 5, 5]],
    ['talk_share', [['assistant', 0, 4]], [1, 1, 1]],
    [
      'talk_share',
      [
        ['assistant', 0, 4],
        ['user', 4, 4],
      ],
      [null, 1, 2],
    ],
    [
      'talk_share',
      [
        ['assistant', 0, 4],
        ['user', 4, null],
        ['user', 6, 7],
      ],
      [0.8, 2, 3],
    ],
    [
      'talk_share',
      [
        ['assistant', 0, 4],
        ['assistant', 3, 5],
        ['user', 4, 9],
      ],
      [0.5, 3, 3],
    ],
    ['silence', [['assistant', 0, 4]], [null, 0, 0]],
    [
      'silence',
      [
        ['assistant', 0, 9],
        ['user', 3, 4],
        ['assistant', 11, 12],
      ],
      [2, 2, 2],
    ],
    [
      'silence',
      [
        ['assistant', 0, 4],
        ['user', null, null],
        ['assistant', 9, 10],
      ],
      [null, 0, 2],
    ],
    [
      'response_time',
      [
        ['assistant', 0, 4],
        ['user', 5, 6],
      ],
      [null, 0, 0],
    ],
    [
      'response_time',
      [
        ['user', 0, 4],
        ['assistant', 3, 6],
      ],
      [0, 1, 1],
    ],
    [
      'response_time',
      [
        ['user', 0, 1],
        ['user', 2, 3],
        ['assistant', 5, 6],
      ],
      [2, 1, 1],
    ],
    [
      'response_time',
      [
        ['user', 0, null],
        ['assistant', 3, 6],
        ['user', 7, 8],
        ['assistant', 9, 9.5],
      ],
      [1, 1, 2],
    ],
    [
      'interruptions',
      [
        ['assistant', 0, 4],
        ['user', 3, 6],
      ],
      [1, 1, 1],
    ],
    [
      'interruptions',
      [
        ['assistant', 0, 4],
        ['user', 3.8, 6],
      ],
      [0, 1, 1],
    ],
    [
      'interruptions',
      [
        ['assistant', 0, 4],
        ['assistant', 3, 6],
      ],
      [null, 0, 0],
    ],
    // As far as people can tell it began 0.3 seconds before the end.
    [
      'interruptions',
      [
        ['assistant', 0, 2.6],
        ['user', 2.3, 6],
      ],
      [0, 1, 1],
    ],
    // A word put in while the agent goes on speaking.
    [
      'response_time_p95',
      [
        ['user', 0, 2],
        ['assistant', 2.5, 30],
        ['user', 5, 6],
        ['assistant', 31, 33],
      ],
      [0.5, 1, 1],
    ],
    [
      'response_time_p95',
      [
        ['assistant', 0, 30],
        ['user', 5, 6],
        ['user', 29, 31],
        ['assistant', 33, 34],
      ],
      [2, 1, 1],
    ],
    // A length of nothing says when it began only.
    [
      'response_time',
      [
        ['user', 2, 2],
        ['assistant', 5, 6],
      ],
      [null, 0, 1],
    ],
  ])('%s of %j', (key, spoken, expected) => {
    expect(measure(key, said(...spoken))).toEqual(expected);
  });

  it.each([
    ['no times', UNTIMED],
    ['beginnings only', STARTS],
    [
      'no order',
      [
        ['user', 60, 62],
        ['assistant', 5, 8],
        ['user', 90, 91],
      ],
    ],
    [
      'a turn of eleven minutes',
      [
        ['user', 0, 660],
        ['assistant', 662, 664],
      ],
    ],
    [
      'both at once all the time',
      [
        ['assistant', 0, 50],
        ['user', 0, 48],
        ['assistant', 1, 50],
      ],
    ],
    [
      'each from the beginning',
      [
        ['assistant', 0, 10],
        ['user', 0, 20],
        ['assistant', 0, 30],
      ],
    ],
    ['nobody', []],
    [
      'ends before beginnings',
      [
        ['user', 5, 2],
        ['assistant', 9, 7],
      ],
    ],
  ] satisfies [string, Spoken[]][])('%s make all that is timed unknown', (_, spoken) => {
    for (const key of TIMED) expect(measure(key, said(...spoken))[0]).toBeNull();
    expect(measure('turns', said(...spoken))[0]).toBe(spoken.length || null);
  });

  it('few turns that tell do not speak for all', () => {
    const turns = (timed: number) =>
      said(
        ...Array.from({ length: 10 }, (_, at): Spoken[] => [
          ['assistant', at * 10, at * 10 + 5],
          at < timed ? ['user', at * 10 + 6, at * 10 + 7] : ['user', null, null],
        ]).flat(),
      );
    const values = (timed: number) =>
      (['talk_share', 'silence', 'interruptions'] as const).map((key) =>
        measure(key, turns(timed)),
      );
    expect(values(1)).toEqual([
      [null, 11, 20],
      [null, 2, 19],
      [null, 2, 19],
    ]);
    expect(values(5)).toEqual([
      [0.9091, 15, 20],
      [3, 10, 19],
      [0, 10, 19],
    ]);
  });

  it('times before the call are not believed', () => {
    const early = (start: number) => said(['assistant', start, 1], ['user', 2, 3]);
    expect(measure('talk_share', early(-2))).toEqual([0.75, 2, 2]);
    for (const key of TIMED) expect(measure(key, early(-2.5))[0]).toBeNull();
  });

  it('a clock that jumped makes waits and silence unknown, and nothing else', () => {
    const jumped = said(
      ['assistant', 0, 4],
      ['user', 5, 7],
      ['assistant', 187, 189],
      ['user', 190, 191],
    );
    const values = TIMED.map((key) => measure(key, jumped)[0]);
    expect(values).toEqual([0.6667, null, 0, null, null]);
    const patient = said(['assistant', 0, 4], ['user', 200, 204], ['assistant', 205, 206]);
    expect(measure('silence', patient)).toEqual([196, 2, 2]);
    expect(measure('silence', said(['assistant', 0, 4], ['user', 400, 404]))).toEqual([null, 0, 1]);
  });

  it('marks of what was cut off count without times, once', () => {
    const [agent, caller, again] = said(['assistant', 0, 4], ['user', 3, 6], ['assistant', 7, 8]);
    if (!agent || !caller || !again) throw new Error('no messages');
    const cut = { ...agent, interrupted_thoughts: ' and so on' };
    expect(measure('interruptions', [cut, caller, again])).toEqual([1, 2, 2]);
    const untimed = { ...cut, start: null, end: null };
    expect(measure('interruptions', [untimed, caller])).toEqual([1, 1, 1]);
    expect(measure('interruptions', [untimed])).toEqual([1, 1, 1]);
  });

  it('takes turns with words only, and the first words of the other side', () => {
    const { turns, first_words } = measuresOf(
      turnsOf([
        { role: 'system', content: 'Be brief' },
        { role: 'assistant', content: 'Hello' },
        { role: 'user', content: '  ' },
        { role: 'assistant', content: '', tool_calls: [{ function: { name: 'find' } }] },
        { role: 'user', content: ' سلام ' },
      ]),
    );
    expect([turns.value, first_words]).toEqual([2, 'سلام']);
    expect(measuresOf([]).first_words).toBeNull();
    expect(measureValues([]).first_words).toBeNull();
    const long = turnsOf([{ role: 'user', content: 'where is\n\nmy load '.repeat(20) }]);
    const { first_words: begun } = measureValues(long);
    expect(begun).toMatch(/^where is my load where .* (?:where|is|my|load)…$/);
    expect(begun?.length).toBeLessThanOrEqual(120);
  });

  it('is what a plain model counts, whatever the times', () => {
    const second = fc.integer({ min: 0, max: 120 });
    const spoken = fc.array(
      fc.record({
        role: fc.constantFrom('assistant', 'user', 'tool'),
        content: fc.constantFrom('Words', ''),
        pause: fc.integer({ min: -6, max: 12 }),
        length: fc.integer({ min: 0, max: 9 }),
        isTimed: fc.boolean(),
        isMarked: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(second, spoken, (begin, all) => {
        let clock = begin;
        const messages = all.map(({ role, content, pause, length, isTimed, isMarked }) => {
          const start = clock + pause;
          clock = start + length;
          const times = isTimed ? { start, end: clock } : { start: null, end: null };
          return { role, content, ...times, ...(isMarked && { interrupted_thoughts: true }) };
        });
        const measures = measuresOf(turnsOf(messages));
        const expected = model(messages);
        for (const key of [...TIMED, 'turns'] as const)
          expect([key, measures[key].value]).toEqual([key, expected[key]]);
        for (const key of TIMED)
          expect(measures[key].measured).toBeLessThanOrEqual(measures[key].of);
      }),
      { numRuns: 500 },
    );
  });
});
