import { createLoad } from '@/lib/demo/calls/catalogue/loads';
import { type Carrier, CONTACTS } from '@/lib/demo/calls/catalogue/people';
import { EUROPEAN_TOWNS } from '@/lib/demo/calls/catalogue/places';
import { type UseCaseSpec, useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

/** The agents who talk to drivers. */
export const TRACKING_AGENTS = [
  { id: '66a1f1009c4d3e001f5a7a06', name: 'Riley' },
  { id: '66a1f1009c4d3e001f5a7a07', name: 'Dana' },
];

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
  agents: TRACKING_AGENTS,
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
