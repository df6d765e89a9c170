import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyIn } from '@/components/costs/view/use-costs-view';
import { cellName, colorSteps, measured, stepOf, weekCells } from './week';
import { weekLayout } from './week-layout';
import { cellWords, mostWords, stepWords } from './week-words';

const money = moneyIn('USD');
const cell = (weekday: number, calls: number, total: number | null, occurrences: number) => ({
  weekday,
  hour: 9,
  calls,
  total,
  occurrences,
});

describe('the week', () => {
  it('has a cell for every hour', () => {
    const cells = weekCells([{ weekday: 7, hour: 23, calls: 4, total: 2, occurrences: 2 }]);
    expect(cells).toHaveLength(168);
    expect(cells.at(-1)).toEqual({ weekday: 7, hour: 23, calls: 4, total: 2, occurrences: 2 });
    expect(cells[0]).toMatchObject({ calls: 0, total: null, occurrences: null });
    expect(cellName({ weekday: 7, hour: 23 })).toBe('Sun, 23:00–00:00');
  });

  it('counts each time, or all times together', () => {
    const thursday = cell(4, 15, 5, 5);
    expect(measured(thursday, { of: 'calls', by: 'occurrence' })).toBe(3);
    expect(measured(thursday, { of: 'calls', by: 'sum' })).toBe(15);
    expect(measured(thursday, { of: 'total', by: 'occurrence' })).toBe(1);
    expect(measured(cell(4, 15, null, 5), { of: 'total', by: 'occurrence' })).toBeNull();
  });

  it('is no Thursday business because there were five of them', () => {
    const cells = [cell(3, 16, 4.4, 4), cell(4, 18, 4.8, 5)];
    const first = (by: 'occurrence' | 'sum') =>
      mostWords({ cells }, { of: 'total', by }, money, 'Chicago');
    expect(first('occurrence')).toBe(
      'Wed, 09:00–10:00 costs most: $1.1000 each time, of 4 times that it came round. Clocks of Chicago.',
    );
    expect(first('sum')).toBe(
      'Thu, 09:00–10:00 costs most: $4.8000 for 18 calls. Clocks of Chicago.',
    );
  });

  it('tells a cell in words', () => {
    const [wednesday] = weekCells([cell(1, 34, 12.4, 4)]).filter(({ calls }) => calls > 0);
    expect(wednesday && cellWords(wednesday, money)).toBe(
      '34 calls, $12.40; each of 4 times 8.5 calls, $3.1000',
    );
    const [once] = weekCells([cell(1, 1, null, 1)]).filter(({ calls }) => calls > 0);
    expect(once && cellWords(once, money)).toBe('1 call, cost not known');
  });
});

describe('the colour scale', () => {
  it('has round steps, and says what they are', () => {
    const steps = colorSteps([0.7, null, 9, 3]);
    expect(stepWords(steps, { of: 'total', by: 'occurrence' }, money)).toEqual([
      '$0 – $2',
      '$2 – $4',
      '$4 – $6',
      '$6 – $8',
      '$8 – $10 each time',
    ]);
    expect(stepWords(colorSteps([300]), { of: 'calls', by: 'sum' }, money).at(-1)).toBe(
      '200 – 300 calls',
    );
  });

  it('has a step for every value, higher for higher ones', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1e9 }), { minLength: 1, maxLength: 30 }),
        (micros) => {
          const values = micros.map((each) => each / 1e6).sort((a, b) => a - b);
          const steps = colorSteps(values);
          expect(steps.length).toBeLessThanOrEqual(5);
          const places = values.map((value) => stepOf(value, steps));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          values.forEach((value, at) => {
            const step = steps[places[at] ?? -1];
            expect(value).toBeLessThanOrEqual((step?.to ?? 0) * (1 + 1e-9));
            if (value > 0) expect(value).toBeGreaterThanOrEqual(step?.from ?? Infinity);
          });
        },
      ),
    ));
});

describe.each([false, true])('the layout, upright: %s', (isUpright) => {
  const layout = weekLayout(isUpright);

  it('has every hour once, in the drawing, large enough for a finger', () => {
    const places = weekCells([]).map(({ weekday, hour }) => layout.boxOf(weekday, hour));
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(168);
    for (const { x, y, width, height } of places) {
      expect(Number.parseFloat(x) + Number.parseFloat(width)).toBeLessThanOrEqual(100.001);
      expect(y + height).toBeLessThanOrEqual(layout.height);
      expect(height).toBeGreaterThanOrEqual(24);
    }
  });

  it('has arrow keys that go where they point', () => {
    const middle = 3 * 24 + 12;
    const at = (place: number) => layout.boxOf(Math.floor(place / 24) + 1, place % 24);
    const to = (key: string) => at(middle + (layout.steps[key] ?? 0));
    expect(Number.parseFloat(to('ArrowRight').x)).toBeGreaterThan(Number.parseFloat(at(middle).x));
    expect(Number.parseFloat(to('ArrowLeft').x)).toBeLessThan(Number.parseFloat(at(middle).x));
    expect(to('ArrowDown').y).toBeGreaterThan(at(middle).y);
    expect(to('ArrowUp').y).toBeLessThan(at(middle).y);
  });
});
