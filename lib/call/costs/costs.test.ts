import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costBreakdown } from './costs';

describe('costBreakdown', () => {
  it('is null without costs, and keeps missing amounts apart from zero', () => {
    expect(costBreakdown(null)).toBeNull();
    expect(costBreakdown(undefined)).toBeNull();
    const empty = costBreakdown({});
    expect(empty?.total).toBeNull();
    expect(empty?.lines.map(({ micros }) => micros)).toEqual([null, null, null, null]);
    expect(costBreakdown({ total_costs: 0 })?.total).toBe(0);
  });

  it('shows the difference to the total as its own component', () => {
    const costs = { total_costs: 0.1, voip: { total_cost: 0.02 }, tts: { total_cost: 0.03 } };
    const other = costBreakdown(costs)?.lines.find(({ component }) => component === 'other');
    expect(other?.micros).toBe(50_000);
  });

  it('shows parts that exceed the total as a negative difference', () => {
    const costs = { total_costs: 0.01, llm: { total_cost: 0.03 } };
    const other = costBreakdown(costs)?.lines.find(({ component }) => component === 'other');
    expect(other?.micros).toBe(-20_000);
  });

  it('has no other component when the parts add up, despite binary fractions', () => {
    const costs = { total_costs: 0.3, voip: { total_cost: 0.1 }, llm: { total_cost: 0.2 } };
    expect(costBreakdown(costs)?.lines.map(({ component }) => component)).not.toContain('other');
  });

  it('adds up the parts of a component without a total of its own', () => {
    const breakdown = costBreakdown({ llm: { input_cost: 0.001, output_cost: 0.002 } });
    const llm = breakdown?.lines.find(({ component }) => component === 'llm');
    expect(llm).toMatchObject({
      micros: 3000,
      parts: [
        { label: 'Input', micros: 1000 },
        { label: 'Output', micros: 2000 },
      ],
    });
  });

  it('marks a line that the customer’s carrier bills', () => {
    const breakdown = costBreakdown({ voip: { external: true } });
    expect(breakdown?.lines[0]).toMatchObject({
      component: 'voip',
      micros: null,
      ownCarrier: true,
    });
  });

  it('makes up no difference from amounts finer than a millionth', () => {
    const fine = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(fine, fine, fine, fine, (voip, transcriber, llm, tts) => {
        const breakdown = costBreakdown({
          total_costs: voip + transcriber + llm + tts,
          voip: { total_cost: voip },
          transcriber: { total_cost: transcriber },
          llm: { total_cost: llm },
          tts: { total_cost: tts },
        });
        expect(breakdown?.lines.map(({ component }) => component)).not.toContain('other');
      }),
    );
  });

  it('always adds up to the total', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 5_000_000 }).map((micros) => micros / 1e6));
    const component = fc.option(fc.record({ total_cost: amount }));
    const total = fc.integer({ min: 0, max: 9_000_000 }).map((micros) => micros / 1e6);
    const costs = fc.record({
      total_costs: total,
      voip: component,
      transcriber: component,
      llm: component,
      tts: component,
    });
    fc.assert(
      fc.property(costs, (each) => {
        const breakdown = costBreakdown(each);
        const sum = breakdown?.lines.reduce((all, { micros }) => all + (micros ?? 0), 0);
        expect(sum).toBe(breakdown?.total);
      }),
    );
  });
});
