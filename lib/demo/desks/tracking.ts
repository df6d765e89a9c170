import { createLoad } from '../catalogue/loads';
import { type Carrier, CONTACTS } from '../catalogue/people';
import { EUROPEAN_TOWNS } from '../catalogue/places';
import { type UseCaseSpec, useCaseVariants } from '../catalogue/use-case';
import type { Random } from '../random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

const CHECK_SPEC: Omit<UseCaseSpec, 'id' | 'name' | 'language' | 'models'> = {
  transferNumber: '+13125550151',
  maxMinutes: 8,
  amd: true,
  keywords: ['check call', 'ETA', 'empty', 'loaded', 'lumper', 'breakdown'],
  extract: [
    ['load_reference', 'Our load number', 'string', 'NL-482913'],
    ['driver_name', 'Name of the driver', 'string', 'Tyler Brooks'],
    ['current_location', 'Where the truck is', 'string', 'West Memphis, AR'],
    ['status', 'What the truck is doing', 'string', 'in transit'],
    ['eta', 'Estimated arrival', 'string', '2026-11-22T16:30'],
    ['delay', 'Reason and minutes of a delay', 'object', '{ "reason": "weather", "minutes": 90 }'],
    ['on_time', 'Whether delivery will be on time', 'boolean', 'true'],
  ],
  outcomes: [
    ['On time', 'No trouble expected'],
    ['Running late', 'A delay was reported'],
    ['Arrived', 'The truck stands at the facility'],
    ['Issue reported', 'Breakdown, damage or refusal'],
    ['Driver unavailable', 'Nobody could answer questions'],
  ],
};

const AGENTS = [
  { id: '66a1f1009c4d3e001f5a7a06', name: 'Riley' },
  { id: '66a1f1009c4d3e001f5a7a07', name: 'Dana' },
];

export const checkCalls: Desk = {
  type: 'Outbound',
  weight: 24,
  open: 'always',
  useCases: useCaseVariants({
    ...CHECK_SPEC,
    id: '66b3c49a9c4d3e001f5a7b05',
    name: 'Check Call',
    language: 'en-US',
    models: ['gpt-5.2-mini', 'gpt-4.1'],
  }),
  promptId: '66b3c4aa9c4d3e001f5a7c05',
  agents: AGENTS,
  providers: PHONE_ONLY,
  languages: [
    ['en-US', 88],
    ['es-MX', 12],
  ],
  campaigns: [
    { id: '68e0a1009c4d3e001f5a7d05', name: 'Morning check calls' },
    { id: '68e0a1009c4d3e001f5a7d06', name: 'Reefer temperature checks' },
  ],
  play: checkCall,
};

/** A second use case named "Check Call", with its own id: the European desk, on its own telephone lines. */
export const checkCallsEurope: Desk = {
  ...checkCalls,
  weight: 3,
  useCases: useCaseVariants({
    ...CHECK_SPEC,
    id: '68f4e7d29c4d3e001f5a7b06',
    name: 'Check Call',
    language: 'en-GB',
    timezone: 'Europe/Warsaw',
    models: ['gemini-3-flash'],
  }),
  promptId: '68f4e7aa9c4d3e001f5a7c06',
  agents: [{ id: '66a1f1009c4d3e001f5a7a08', name: 'Zofia' }],
  languages: [
    ['pl-PL', 24],
    ['de-DE', 20],
    ['ro-RO', 16],
    ['en-GB', 12],
    ['fr-FR', 9],
    ['es-ES', 8],
    ['it-IT', 6],
    ['pt-PT', 5],
  ],
  campaigns: [{ id: '68e0a1009c4d3e001f5a7d07', name: 'EU morning round' }],
  ownLine: true,
};

export const proofOfDelivery: Desk = {
  ...checkCalls,
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

function checkCall(
  random: Random,
  context: { carrier: Carrier; created: number; language: string },
): Scene {
  const load = createLoad(random, context.created);
  const european = !['en-US', 'es-MX'].includes(context.language);
  const town = european ? random.pick(EUROPEAN_TOWNS) : load.origin;
  const target = european ? random.pick(EUROPEAN_TOWNS) : load.destination;
  const minutes = random.int(2, 24) * 15;
  const facts = {
    load_reference: load.reference,
    driver_name: context.carrier.contact,
    carrier_name: context.carrier.name,
    lane: { origin: town, destination: target },
    current_location: `${random.int(5, 60)} ${european ? 'km' : 'miles'} from ${random.chance(0.5) ? town : target}`,
    eta: `${load.deliveryDate}T${String(random.int(6, 19)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`,
    temperature_f: load.equipment === 'Reefer' ? random.int(-10, 40) : null,
  };
  const seconds = random.skewed(85, 18);
  const params = { load_reference: load.reference, driver_name: context.carrier.contact };
  const outcome = random.weighted([
    ['on time', 52],
    ['late', 20],
    ['arrived', 13],
    ['issue', 6],
    ['unavailable', 9],
  ]);
  switch (outcome) {
    case 'on time':
      return {
        tag: 'On time',
        reasoning: `${context.carrier.contact} is rolling and expects to reach ${target} on time.`,
        extraction: { ...facts, status: 'in transit', delay: null, on_time: true },
        seconds,
        params,
      };
    case 'late': {
      const reason = random.pick([
        'weather',
        'traffic',
        'late loading',
        'hours of service',
        'border',
      ]);
      return {
        tag: 'Running late',
        reasoning: `The driver expects to be about ${minutes} minutes late because of ${reason}; the receiver has to be told.`,
        extraction: { ...facts, status: 'in transit', delay: { reason, minutes }, on_time: false },
        seconds: seconds + 25,
        tags: ['late'],
        params,
      };
    }
    case 'arrived':
      return {
        tag: 'Arrived',
        reasoning: `The truck stands at ${load.facility} and has checked in at the gate.`,
        extraction: {
          ...facts,
          status: 'at receiver',
          checked_in: true,
          delay: null,
          on_time: true,
        },
        seconds,
        params,
      };
    case 'issue':
      return {
        tag: 'Issue reported',
        reasoning: `The driver reported ${random.pick(['a blown tire', 'a refused pallet', 'a reefer alarm', 'a broken seal'])} and was handed to tracking.`,
        extraction: {
          ...facts,
          status: 'stopped',
          delay: { reason: 'breakdown', minutes },
          on_time: null,
        },
        seconds: seconds + 70,
        tags: ['escalated', 'claims risk'],
        transfer: random.pick(CONTACTS.tracking),
        params,
      };
    default:
      return {
        tag: 'Driver unavailable',
        reasoning:
          'Whoever answered could not say where the truck is and asked for a call in an hour.',
        extraction: { ...facts, current_location: null, eta: null, status: null, on_time: null },
        seconds: Math.round(seconds * 0.6),
        tags: ['call back'],
        params,
      };
  }
}

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
