import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moneyIn } from '@/components/costs/view/use-costs-view';
import { moneyAxis, stackedExtent } from './money-axis';

const money = moneyIn('USD');
const sums = (voip: number, other: number) => ({
  calls: 1,
  calls_without_cost: 0,
  minutes: 1,
  total: voip + other,
  voip,
  transcriber: 0,
  llm: 0,
  tts: 0,
  other,
  per_call: null,
  per_minute: null,
});

it.each([
  ['above zero', [sums(7, 1)], [], [0, 8]],
  ['with a line beside', [sums(7, 1)], [12, null], [0, 15]],
  ['below zero, where it is seen', [sums(100, -30)], [], [-50, 100]],
  ['below zero, where nobody could see it', [sums(100, -0.5)], [], [0, 100]],
  ['nothing but below zero', [sums(0, -3)], [], [-3, 0]],
  ['nothing', [], [], [0, 1]],
])('an axis of money %s', (_, points, beside, domain) => {
  expect(moneyAxis(stackedExtent(points, beside), money).domain).toEqual(domain);
});

it('holds every bar that can be seen, and wastes little room', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 })), {
        minLength: 1,
        maxLength: 20,
      }),
      (pairs) => {
        const points = pairs.map(([voip, other]) => sums(voip / 1e3, other / 1e3));
        const extent = stackedExtent(points);
        const { ticks, domain } = moneyAxis(extent, money);
        const [low, high] = domain;
        expect(high).toBeGreaterThanOrEqual(extent.max * (1 - 1e-9));
        const isSeen = -extent.min >= 0.01 * (extent.max - extent.min) && extent.min < 0;
        if (isSeen) expect(low).toBeLessThanOrEqual(extent.min * (1 - 1e-9));
        else expect(low).toBe(0);
        if (extent.max > 0 || isSeen) {
          const room = high - low;
          expect((isSeen ? extent.max - extent.min : extent.max) / room).toBeGreaterThan(0.3);
        }
        expect(ticks[0]).toBe(low);
        expect(ticks.at(-1)).toBe(high);
        expect(ticks).toContain(0);
      },
    ),
  ));
