import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Budget, budgetBodySchema } from '@/lib/call/answers/outlook-responses';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { createBudgetFile, MOST_BUDGETS } from './budget-file';

const NOW = new Date('2026-11-29T10:30:00Z');
const who = person('manager');
const SET = { set_by: 'manager@example.com', set_at: NOW.toISOString() };
const overAll = { use_case: null, amount: 500, version: null };

let folder: string;
let path: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-budgets-'));
  path = join(folder, 'data', 'budgets.json');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The budgets as another start of the server has them. */
function started(refuseLost: () => void = () => undefined) {
  const log = { warn: (...line: unknown[]) => void warnings.push(String(line.at(-1))) };
  return createBudgetFile({ path, log, now: () => NOW, refuseLost });
}

describe('budgets', () => {
  it('are there after a restart, that of all calls first', async () => {
    const budgets = started();
    expect(await budgets.read()).toEqual([]);
    await budgets.set({ use_case: 'sales', amount: 0.5, version: null }, who);
    const both = await budgets.set(overAll, who);
    expect(both).toEqual([
      { use_case: null, amount: 500, version: 2, ...SET },
      { use_case: 'sales', amount: 0.5, version: 1, ...SET },
    ]);
    expect(await started().read()).toEqual(both);
  });

  it('are changed by who has seen the last version, one of two at once', async () => {
    const budgets = started();
    await budgets.set(overAll, who);
    const both = await Promise.allSettled([
      budgets.set({ ...overAll, amount: 600, version: 1 }, who),
      budgets.set({ ...overAll, amount: 700, version: 1 }, who),
    ]);
    expect(both).toMatchObject([
      { value: [{ amount: 600, version: 2 }] },
      { reason: { code: 'budget_changed' } },
    ]);
    await expect(budgets.set(overAll, who)).rejects.toMatchObject({
      code: 'budget_changed',
      message: 'Someone else changed this budget in the meantime. It has a different amount now.',
    });
    expect(await budgets.set({ ...overAll, amount: null, version: 2 }, who)).toEqual([]);
    await expect(budgets.set({ ...overAll, amount: 800, version: 2 }, who)).rejects.toMatchObject({
      code: 'budget_changed',
    });
  });

  it('of a removed and set again budget are not taken for the old one', async () => {
    const budgets = started();
    await budgets.set(overAll, who);
    await budgets.set({ ...overAll, amount: null, version: 1 }, who);
    await budgets.set({ ...overAll, amount: 900 }, who);
    await expect(budgets.set({ ...overAll, amount: 100, version: 1 }, who)).rejects.toMatchObject({
      code: 'budget_changed',
    });
    expect(await started().read()).toMatchObject([{ amount: 900 }]);
  });

  it('never lose a change that was answered, whatever the order', async () => {
    const change = fc.record({
      use_case: fc.constantFrom(null, 'a', 'b'),
      amount: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      stale: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        rmSync(path, { force: true });
        const budgets = started();
        const model = new Map<string | null, Budget>();
        for (const { use_case, amount, stale } of changes) {
          const version = model.get(use_case)?.version ?? null;
          const seen = stale ? (version ?? 0) + 1 : version;
          const wanted = { use_case, amount, version: seen };
          const answer = await budgets.set(wanted, who).catch(() => null);
          expect(answer === null).toBe(stale);
          if (answer === null) continue;
          const now = answer.find((each) => each.use_case === use_case);
          expect(now?.amount ?? null).toBe(amount);
          if (now) model.set(use_case, now);
          else model.delete(use_case);
          expect(answer).toHaveLength(model.size);
        }
        expect(new Set(await started().read())).toEqual(new Set(model.values()));
      }),
      { numRuns: 25 },
    );
  });

  it('lose nothing when many are set at once, and are bounded', async () => {
    const budgets = started();
    await Promise.all(
      Array.from({ length: MOST_BUDGETS }, (_, at) =>
        budgets.set({ use_case: `u${at}`, amount: 1, version: null }, who),
      ),
    );
    expect(await started().read()).toHaveLength(MOST_BUDGETS);
    await expect(budgets.set(overAll, who)).rejects.toMatchObject({ code: 'invalid_request' });
    expect(await budgets.set({ use_case: 'u7', amount: 2, version: 8 }, who)).toHaveLength(
      MOST_BUDGETS,
    );
  });

  it('are set by nobody in particular where nobody signs in', async () => {
    expect(await started().set(overAll, OWNER)).toMatchObject([{ set_by: '' }]);
  });

  it.each(['{', '[]', '{"format":1,"version":1,"budgets":[{"use_case":null,"amount":-5}]}'])(
    'of a file with %s are set aside, which is said',
    async (text) => {
      await started().set(overAll, who);
      writeFileSync(path, text);
      const budgets = started();
      expect(await budgets.read()).toEqual([]);
      expect(warnings).toEqual([
        expect.stringMatching(/budgets.*set aside as budgets\.json\.damaged-\d+$/),
      ]);
      await budgets.set(overAll, who);
      const names = readdirSync(join(folder, 'data')).sort();
      expect(readFileSync(join(folder, 'data', names[1] ?? ''), 'utf8')).toBe(text);
    },
  );

  it('of a folder that was lost are not none', async () => {
    const lost = () => {
      throw new Error('lost');
    };
    await expect(started(lost).read()).rejects.toThrow('lost');
    await expect(started(lost).set(overAll, who)).rejects.toThrow('lost');
  });
});

it.each([
  [500, true],
  [0.000_001, true],
  [9_007_199_254, true],
  [0, false],
  [-1, false],
  [0.000_000_1, false],
  [1e300, false],
  ['500', false],
  [Number.NaN, false],
])('a budget can be %s: %s', (amount, can) => {
  expect(budgetBodySchema.safeParse({ ...overAll, amount }).success).toBe(can);
});
