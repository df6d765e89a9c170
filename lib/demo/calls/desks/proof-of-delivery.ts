import { createLoad } from '@/lib/demo/calls/catalogue/loads';
import type { Carrier } from '@/lib/demo/calls/catalogue/people';
import { useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { TRACKING_AGENTS } from './check-calls';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

export const proofOfDelivery: Desk = {
  type: 'Outbound',
  agents: TRACKING_AGENTS,
  providers: PHONE_ONLY,
  languages: [
    ['en-US', 88],
    ['es-MX', 12],
  ],
  weight: 9,
  open: 'office',
  useCases: useCaseVariants({
    id: '66e2d57b9c4d3e001f5a7b07',
    name: 'POD Collection',
    language: 'en-US',
    models: ['gpt-5.2-mini'],
    transferNumber: '+13125550162',
    maxMinutes: 6,
    amd: true,
    keywords: ['POD', 'proof of delivery', 'BOL', 'lumper receipt', 'paperwork'],
    extract: [
      ['load_reference', 'Our load number', 'string', 'NL-482913'],
      ['pod_status', 'Where the paperwork is', 'string', 'sent'],
      ['promised_by', 'Day the carrier promised it for', 'string', '2026-11-23'],
      ['documents', 'Which papers are missing', 'array', '["BOL", "lumper receipt"]'],
      ['overage_shortage_damage', 'Exceptions on the papers', 'boolean', 'false'],
    ],
    outcomes: [
      ['POD received', 'The papers came during the call'],
      ['POD promised', 'A day was named'],
      ['POD disputed', 'The carrier says it was sent'],
      ['Wrong contact', 'Nobody there handles papers'],
    ],
  }),
  promptId: '66e2d5aa9c4d3e001f5a7c07',
  campaigns: [{ id: '68e0a1009c4d3e001f5a7d08', name: 'Missing PODs over 5 days' }],
  play: collection,
};

function collection(
  random: Random,
  { carrier, created }: { carrier: Carrier; created: number },
): Scene {
  const load = createLoad(random, created);
  const days = random.int(5, 19);
  const missing = random.pick([
    ['BOL'],
    ['BOL', 'lumper receipt'],
    ['signed POD'],
    ['scale ticket'],
  ]);
  const [tag, reasoning, extra] = random.weighted([
    [
      [
        'POD received',
        `${carrier.name} sent the papers for ${load.reference} while on the line.`,
        { pod_status: 'received', documents: [] },
      ],
      31,
    ],
    [
      [
        'POD promised',
        `The office of ${carrier.name} promised the missing ${missing.join(' and ')} for ${load.deliveryDate}.`,
        { pod_status: 'promised', promised_by: load.deliveryDate, documents: missing },
      ],
      42,
    ],
    [
      [
        'POD disputed',
        `${carrier.contact} says the papers were sent ${days} days ago and wants to be paid.`,
        { pod_status: 'disputed', documents: missing },
      ],
      14,
    ],
    [
      [
        'Wrong contact',
        'The person who answered only drives; the office number was noted.',
        { pod_status: null, office_phone: carrier.phone, documents: missing },
      ],
      13,
    ],
  ] as const);
  return {
    tag,
    reasoning,
    extraction: {
      load_reference: load.reference,
      carrier_name: carrier.name,
      mc_number: carrier.mcNumber,
      days_outstanding: days,
      overage_shortage_damage: random.chance(0.08),
      ...extra,
    },
    seconds: random.skewed(95, 20),
    tags: days > 14 ? ['POD overdue'] : [],
    params: { load_reference: load.reference, days_outstanding: days },
  };
}
