import { type Carrier, CONTACTS } from '@/lib/demo/calls/catalogue/people';
import { useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

export const vetting: Desk = {
  type: 'Inbound',
  open: 'office',
  languages: [
    ['en-US', 91],
    ['es-MX', 9],
  ],
  weight: 5,
  useCases: useCaseVariants({
    id: '69a06f3e9c4d3e001f5a7b10',
    name: 'Carrier Onboarding & Vetting',
    language: 'en-US',
    models: ['claude-sonnet-4.6'],
    transferNumber: '+13125550195',
    maxMinutes: 15,
    keywords: ['authority', 'insurance', 'W-9', 'COI', 'double brokering'],
    extract: [
      ['mc_number', 'Motor carrier number', 'string', '874512'],
      ['insurance', 'Cover and expiry', 'object', '{ "cargo_usd": 100000 }'],
      ['risk', 'What the checks found', 'string', 'low'],
      ['approved', 'Whether the carrier may haul for us', 'boolean', 'true'],
    ],
    outcomes: [
      ['Approved', 'All checks passed'],
      ['More documents needed', 'Something is missing'],
      ['Suspected fraud', 'Identity does not match the record'],
    ],
  }),
  promptId: '69a06faa9c4d3e001f5a7c10',
  agents: [{ id: '66a1f1009c4d3e001f5a7a11', name: 'Quinn' }],
  providers: PHONE_ONLY,
  play: onboarding,
};

function onboarding(
  random: Random,
  { carrier, created }: { carrier: Carrier; created: number },
): Scene {
  const facts = {
    mc_number: carrier.mcNumber,
    dot_number: carrier.dotNumber,
    carrier_name: carrier.name,
    fleet: { trucks: carrier.trucks, owner_operator: carrier.trucks === 1 },
    insurance: { cargo_usd: random.pick([100_000, 250_000]), liability_usd: 1_000_000 },
  };
  const [tag, reasoning, extra] = random.weighted([
    [
      [
        'Approved',
        `${carrier.name} passed every check and was set up in the TMS.`,
        { risk: 'low', approved: true },
      ],
      55,
    ],
    [
      [
        'More documents needed',
        `The certificate of insurance of ${carrier.name} does not name us; a new one was asked for.`,
        { risk: 'medium', approved: false },
      ],
      33,
    ],
    [
      [
        'Suspected fraud',
        `The caller could not name the insurer on record for MC ${carrier.mcNumber} and called from a number that is not on file.`,
        { risk: 'high', approved: false },
      ],
      12,
    ],
  ] as const);
  return {
    tag,
    reasoning,
    extraction: { ...facts, ...extra, reviewed_on: new Date(created).toISOString().slice(0, 10) },
    seconds: random.skewed(260, 60),
    tags: tag === 'Suspected fraud' ? ['fraud', 'compliance'] : ['onboarding'],
    transfer: tag === 'Suspected fraud' ? CONTACTS.sales[0] : undefined,
  };
}
