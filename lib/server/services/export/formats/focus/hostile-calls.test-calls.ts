import fc from 'fast-check';
import type { CallCosts, CallRow } from '@/lib/call/call';

/** Calls as nobody should write them, for what makes charges of them. */

const odd = (...texts: string[]) => fc.constantFrom(...texts);
const anyText = fc.oneof(
  odd(
    '=1+1',
    '@SUM(1)',
    '-5',
    '+1',
    'a;=1',
    '"',
    '""',
    "'=x",
    'a,b\r\nc',
    '😀 مرحبا',
    '\u202ex',
    '<b>',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const maybeText = fc.oneof(fc.constantFrom(null, undefined, ''), anyText);
const amount = fc.oneof(
  fc.constantFrom(null, undefined, 0, -0, 1e-9, -1e-9, 1e300, -1e300, 9_007_199_254, 0.1 + 0.2),
  fc.integer({ min: -3_000_000, max: 9_000_000 }).map((micros) => micros / 1e6),
  fc.double({ min: -50, max: 50, noNaN: true }),
);
const duration = fc.oneof(
  fc.constantFrom(null, undefined, 0, -0, -5, 1e300, 1e12, 0.001, 59.9996),
  fc.double({ min: 0, max: 4000, noNaN: true }),
);
const created = fc.oneof(
  fc
    .date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  odd(
    '2026-12-31T23:59:59.999Z',
    '2024-02-29T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ),
);

const costs: fc.Arbitrary<CallCosts> = fc.record(
  {
    total_costs: amount,
    voip: fc.option(
      fc.record({ total_cost: amount, call_cost: amount, amd_cost: amount, pricing_id: maybeText }),
    ),
    transcriber: fc.option(fc.record({ total_cost: amount, pricing_id: maybeText })),
    llm: fc.option(
      fc.record({
        total_cost: amount,
        input_cost: amount,
        output_cost: amount,
        input_pricing_id: maybeText,
        output_pricing_id: maybeText,
      }),
    ),
    tts: fc.option(fc.record({ total_cost: amount, pricing_id: maybeText })),
  },
  { requiredKeys: [] },
);

const call: fc.Arbitrary<Omit<CallRow, 'id'>> = fc.record({
  type: fc.constantFrom('Inbound', 'Outbound', '=Inbound'),
  status: fc.oneof(
    odd('Completed', 'Failed'),
    anyText.filter((text) => text !== ''),
  ),
  created,
  duration,
  organization_id: maybeText,
  campaign_id: maybeText,
  language: maybeText,
  use_case: fc.option(
    fc.record({ id: maybeText, name: maybeText, model: maybeText, language: maybeText }),
  ),
  agent: fc.option(fc.record({ id: maybeText, name: maybeText })),
  classification: fc.option(fc.record({ tag: maybeText })),
  metadata: fc.option(
    fc.record({
      tags: fc.option(
        fc.array(fc.oneof(anyText, odd('', '__proto__', 'happyrobot/model', '7')), {
          maxLength: 4,
        }),
      ),
    }),
  ),
  costs: fc.option(costs),
});

export const hostileCalls: fc.Arbitrary<CallRow[]> = fc
  .array(call, { minLength: 1, maxLength: 30 })
  .map((calls) =>
    calls.map((each, at) => ({ ...each, id: `66f0aa${String(at).padStart(18, '0')}` })),
  );
