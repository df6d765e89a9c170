import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartDataOf, inPaperWidths } from './chart-data';

it('is whole on paper, however many columns it has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (more, most) => {
        const names = ['Group', ...more.map((_, at) => `Column ${at}`)];
        const columns = names.map((name, at) => ({
          name,
          value: (row: number) => `${row} ${name}`,
          fileOnly: more[at - 1] === true,
        }));
        const shown = columns.filter(({ fileOnly }) => !fileOnly).map(({ name }) => name);
        const footer = shown.map((name) => `all ${name}`);
        const whole = { ...chartDataOf(columns, [1, 2], String), footer };
        const seen: string[] = [];
        for (const part of inPaperWidths(whole, most)) {
          const visible = part.columns.flatMap(({ fileOnly }, at) => (fileOnly ? [] : [at]));
          const heads = visible.map((at) => part.columns[at]?.name ?? '');
          expect(heads[0]).toBe('Group');
          expect(heads.length).toBeLessThanOrEqual(Math.max(most + 1, 1));
          expect(part.footer).toEqual(heads.map((name) => `all ${name}`));
          for (const [at, { cells }] of part.rows.entries())
            expect(visible.map((each) => cells[each]?.value)).toEqual(
              heads.map((name) => `${at + 1} ${name}`),
            );
          seen.push(...heads.slice(1));
        }
        expect(seen).toEqual(shown.slice(1));
      },
    ),
  );
});

it('tells rows apart that are called the same', () => {
  const { rows } = chartDataOf([{ name: 'Group', value: String }], ['•••', 'a', '•••'], String);
  expect(rows.map(({ key }) => key)).toEqual(['•••', 'a', '••• 2']);
});
