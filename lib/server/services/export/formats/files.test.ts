import { describe, expect, it } from 'vitest';
import type { CallRow } from '@/lib/call/call';
import { CALL_COLUMNS } from '@/lib/call/query/routes/export-query';
import { generateCalls } from '@/lib/demo/generate';
import { withoutFormula } from '@/lib/format/formulas';
import { fileKind } from '@/lib/server/services/export/file';
import { parseTable, withFormula } from './csv.test-parser';
import { readList } from './lists.test-parser';

const CALLS: CallRow[] = generateCalls({
  seed: 'export',
  now: Date.parse('2026-11-22T20:00:00Z'),
  count: 3000,
}).map(({ use_case, ...call }) => ({
  ...call,
  use_case: use_case && {
    id: use_case.id,
    name: use_case.name,
    model: use_case.model,
    language: use_case.language,
  },
}));

const BARE: CallRow = {
  id: '66f0aa000000000000000001',
  type: 'Inbound',
  status: 'Failed',
  created: '2026-11-01T05:59:59.500Z',
};

const CHICAGO = {
  bom: false,
  dialect: 'spreadsheet',
  timezone: 'America/Chicago',
  currency: 'EUR',
  account: 'org-of-key',
} as const;

function fileOf(calls: CallRow[], options: Partial<Parameters<typeof fileKind>[0]> = {}) {
  const { writer } = fileKind({ format: 'csv', ...CHICAGO, ...options });
  return writer.head + calls.map(writer.record).join('');
}

it('in the exact dialect text is as it was', () => {
  const status = 'a;=1\tb\n@x';
  const call = { ...BARE, status, costs: { total_costs: 1 } };
  const exact = { dialect: 'exact' } as const;
  expect(parseTable(fileOf([call], exact))[0]?.status).toBe(status);
  const [charge] = parseTable(fileOf([call], { ...exact, format: 'focus' }));
  expect(JSON.parse(charge?.Tags ?? '')['happyrobot/status']).toBe(status);
  expect(parseTable(fileOf([call]))[0]?.status).toBe("a;'=1\tb\n'@x");
});

describe('calls as CSV', () => {
  it('have the columns that were asked for, extracted values one a key', () => {
    const extraction = JSON.parse(
      '{"rate":-5.5,"note":"=1+1","stops":[{"city":"Gary; IL"},{"city":"Elgin"}],"lane":{"a,b":true},"__proto__":"x"}',
    );
    const columns = [
      'x.rate',
      'id',
      'x.note',
      'x.stops.city',
      'x.lane.a%2Cb',
      'x.__proto__',
      'x.constructor',
      'x.lane',
    ] as const;
    const [row] = parseTable(fileOf([{ ...BARE, extraction }], { columns }));
    expect(Object.keys(row ?? {})).toEqual([...columns]);
    expect(Object.values(row ?? {})).toEqual([
      '-5.5',
      BARE.id,
      "'=1+1",
      '"Gary; IL"; Elgin',
      'true',
      'x',
      '',
      '{"a,b":true}',
    ]);
    const exact = fileOf([{ ...BARE, extraction }], { columns, dialect: 'exact' });
    expect(parseTable(exact)[0]).toMatchObject({
      'x.note': '=1+1',
      'x.stops.city': '["Gary; IL","Elgin"]',
    });
    expect(parseTable(fileOf([BARE], { columns }))[0]).toMatchObject({ 'x.rate': '', id: BARE.id });
  });

  it('have every column, and each call once and in order', async () => {
    const rows = parseTable(fileOf(CALLS));
    expect(Object.keys(rows[0] ?? {})).toEqual([...CALL_COLUMNS]);
    expect(rows.map(({ id }) => id)).toEqual(CALLS.map(({ id }) => id));
  });

  it('say of each call what it says', async () => {
    const rows = parseTable(fileOf(CALLS));
    for (const [index, call] of CALLS.entries()) {
      const row = rows[index];
      expect(row?.created).toBe(new Date(call.created).toISOString());
      expect(row?.from).toBe(withoutFormula(call.metadata?.from ?? ''));
      expect(row?.use_case_name).toBe(withoutFormula(call.use_case?.name ?? ''));
      expect(row?.tags).toBe(withoutFormula((call.metadata?.tags ?? []).join('; ')));
      expect(row?.duration_seconds).toBe(String(call.duration ?? ''));
      expect(row?.total_cost).toBe(call.costs?.total_costs?.toFixed(6) ?? '');
      expect(row?.flagged).toBe(call.notes ? String(call.notes.some((n) => n.flagged)) : '');
      const extraction = row?.extraction ? JSON.parse(row.extraction) : undefined;
      expect(extraction).toEqual(call.extraction ?? undefined);
    }
  });

  it('give each value back, in either dialect', () => {
    const odd: CallRow = {
      ...BARE,
      status: "'=1",
      metadata: { from: '+13125550101', to: '+1 312-555-0101', tags: ['a;b', ' vip ', '', '=1'] },
      ratings: [{ emoji: '✅' }, { emoji: '=👎' }],
      viewed_by: ['+1@x.example'],
      notes: [{ id: 'n', content: 'x\n=1' }],
    };
    const all = [...CALLS, odd];
    const [exact, safe] = (['exact', 'spreadsheet'] as const).map((dialect) =>
      parseTable(fileOf(all, { dialect })),
    );
    for (const [index, { metadata, ratings, viewed_by, notes, status }] of all.entries()) {
      const emojis = ratings?.map(({ emoji }) => emoji);
      const row = exact?.[index];
      const lists = [row?.tags, row?.ratings, row?.viewed_by, row?.notes];
      expect([row?.from, row?.to, row?.status]).toEqual([
        metadata?.from ?? '',
        metadata?.to ?? '',
        status,
      ]);
      expect(lists.map((cell) => JSON.parse(cell || 'null'))).toEqual(
        [metadata?.tags, emojis, viewed_by, notes?.map(({ content }) => content)].map(
          (values) => values ?? null,
        ),
      );
      const { from, to, tags, viewed_by: viewers, status: safeStatus } = safe?.[index] ?? {};
      expect([from, to, safeStatus].map((cell) => withFormula(cell ?? ''))).toEqual([
        metadata?.from ?? '',
        metadata?.to ?? '',
        status,
      ]);
      expect([tags, viewers].map((cell) => readList(withFormula(cell ?? '')))).toEqual([
        metadata?.tags ?? [],
        viewed_by ?? [],
      ]);
    }
  });

  it('leave empty what is missing, and never write 0 for it', async () => {
    const [row] = parseTable(fileOf([BARE, { ...BARE, costs: { total_costs: 0 } }]));
    const { id, created, created_local, type, status, ...rest } = row ?? {};
    expect([id, type, status]).toEqual([BARE.id, 'Inbound', 'Failed']);
    expect([created, created_local]).toEqual(['2026-11-01T05:59:59.500Z', '2026-11-01 00:59:59']);
    expect(new Set(Object.values(rest))).toEqual(new Set(['']));
    const [, free] = parseTable(fileOf([BARE, { ...BARE, costs: { total_costs: 0 } }]));
    expect([free?.total_cost, free?.voip_cost]).toEqual(['0.000000', '']);
  });

  it.each([
    ['2026-11-01T05:30:00Z', 'America/Chicago', '2026-11-01 00:30:00'],
    ['2026-11-01T06:30:00Z', 'America/Chicago', '2026-11-01 01:30:00'],
    ['2026-11-01T07:30:00Z', 'America/Chicago', '2026-11-01 01:30:00'],
    ['2026-11-01T08:30:00Z', 'America/Chicago', '2026-11-01 02:30:00'],
    ['2026-11-01T00:00:00Z', 'Asia/Kathmandu', '2026-11-01 05:45:00'],
    ['2026-11-01T01:00:00+02:00', 'UTC', '2026-10-31 23:00:00'],
  ])('show %s in %s as %s', async (created, timezone, shown) => {
    const [row] = parseTable(fileOf([{ ...BARE, created }], { timezone }));
    expect(row?.created_local).toBe(shown);
  });

  it('carry hostile texts without harm', async () => {
    const hostile = '=HYPERLINK("https://evil.example","x"),\r\n@SUM(1)\u202e';
    const call: CallRow = {
      ...BARE,
      metadata: { from: '+15550101234', to: hostile, tags: ['=1', 'a;b'] },
      notes: [
        { id: 'n', content: 'first' },
        { id: 'm', content: hostile, flagged: true },
      ],
      extraction: { '=key': hostile },
      costs: { total_costs: -0.02 },
    };
    const [row] = parseTable(fileOf([call]));
    expect(row?.from).toBe("'+15550101234");
    expect(row?.to).toBe(withoutFormula(hostile));
    expect(row?.tags).toBe(`'=1; "a;b"`);
    expect(row?.notes).toBe(withoutFormula(`first\n${hostile}`));
    expect(JSON.parse(row?.extraction ?? '')).toEqual(call.extraction);
    expect(row?.total_cost).toBe('-0.020000');
  });

  it('start with a byte order mark only when asked to', async () => {
    expect(fileOf([], { bom: true }).startsWith('\uFEFFid,created,')).toBe(true);
    expect(fileOf([]).startsWith('id,created,')).toBe(true);
    expect(fileOf(CALLS, { bom: true })).toBe(`\uFEFF${fileOf(CALLS)}`);
  });
});

describe('calls as JSON Lines', () => {
  it('are the rows of the API', async () => {
    const text = fileOf(CALLS, { format: 'jsonl' });
    const rows = text.trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row))).toEqual(JSON.parse(JSON.stringify(CALLS)));
  });
});
