import { createLoad, dollars, type Load, toFives } from '@/lib/demo/calls/catalogue/loads';
import { type Carrier, CONTACTS } from '@/lib/demo/calls/catalogue/people';
import { type UseCaseSpec, useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

const SALES_SPEC: Omit<UseCaseSpec, 'id' | 'name' | 'language' | 'models'> = {
  transferNumber: '+13125550140',
  maxMinutes: 15,
  keywords: ['MC number', 'rate con', 'reefer', 'dry van', 'flatbed', 'deadhead', 'lumper'],
  extract: [
    ['mc_number', 'Motor carrier number the caller gave', 'string', '874512'],
    ['carrier_name', 'Legal name of the carrier', 'string', 'Blue Mesa Transport LLC'],
    [
      'lane',
      'Origin and destination of the load spoken about',
      'object',
      'Dallas, TX to Atlanta, GA',
    ],
    ['equipment', 'Trailer type', 'string', 'Reefer'],
    ['offered_rate', 'First rate offered, US dollars', 'number', '2150'],
    ['agreed_rate', 'Rate both sides agreed on, US dollars', 'number', '2250'],
    ['load_reference', 'Our load number', 'string', 'NL-482913'],
    ['verified', 'Whether the carrier passed verification', 'boolean', 'true'],
  ],
  outcomes: [
    ['Booked', 'A rate was agreed and the load is held for the carrier'],
    ['Rate not agreed', 'The carrier wanted more than allowed'],
    ['Not interested', 'The lane, date or equipment did not fit'],
    ['Carrier not eligible', 'Verification failed'],
    ['Load already covered', 'The load was gone'],
    ['Transferred to rep', 'A person took over'],
  ],
  params: { max_negotiation_rounds: 3, ceiling_percent: 8 },
};

export const inboundSales: Desk = {
  type: 'Inbound',
  weight: 30,
  open: 'office',
  useCases: useCaseVariants({
    ...SALES_SPEC,
    id: '66a1f20b9c4d3e001f5a7b01',
    name: 'Inbound Carrier Sales',
    language: 'en-US',
    models: ['gpt-5.2', 'claude-sonnet-4.6'],
  }),
  promptId: '66a1f2aa9c4d3e001f5a7c01',
  agents: [
    { id: '66a1f1009c4d3e001f5a7a01', name: 'Kate' },
    { id: '66a1f1009c4d3e001f5a7a02', name: 'Marcus' },
  ],
  providers: [
    ['Twilio', 94],
    ['Web', 6],
  ],
  languages: [
    ['en-US', 98],
    ['en-GB', 1],
    ['es-MX', 1],
  ],
  play: negotiation,
};

/** The same name as the English desk on purpose: names of use cases are not unique. */
export const inboundSalesSpanish: Desk = {
  ...inboundSales,
  weight: 6,
  useCases: useCaseVariants({
    ...SALES_SPEC,
    id: '66c7d81e9c4d3e001f5a7b02',
    name: 'Inbound Carrier Sales',
    language: 'es-MX',
    models: ['gpt-5.2'],
  }),
  promptId: '66c7d8aa9c4d3e001f5a7c02',
  agents: [{ id: '66a1f1009c4d3e001f5a7a03', name: 'Sofía' }],
  providers: PHONE_ONLY,
  languages: [
    ['es-MX', 95],
    ['es-ES', 5],
  ],
};

export const outboundSales: Desk = {
  ...inboundSales,
  type: 'Outbound',
  weight: 20,
  useCases: useCaseVariants({
    ...SALES_SPEC,
    id: '67025c3f9c4d3e001f5a7b03',
    name: 'Outbound Carrier Sales',
    language: 'en-US',
    models: ['gpt-5.2-mini', 'gemini-3-flash'],
    amd: true,
  }),
  promptId: '67025caa9c4d3e001f5a7c03',
  agents: [
    { id: '66a1f1009c4d3e001f5a7a02', name: 'Marcus' },
    { id: '66a1f1009c4d3e001f5a7a04', name: 'Jordan' },
  ],
  providers: PHONE_ONLY,
  languages: [
    ['en-US', 95],
    ['es-MX', 5],
  ],
  campaigns: [
    { id: '68e0a1009c4d3e001f5a7d01', name: 'Texas produce season' },
    { id: '68e0a1009c4d3e001f5a7d02', name: 'Midwest dry van capacity' },
    { id: '68e0a1009c4d3e001f5a7d03', name: 'Dormant carriers win-back' },
    { id: '68e0a1009c4d3e001f5a7d04', name: 'Holiday surge, Southeast' },
  ],
};

/** Website chat: carriers ask for loads in writing. */
export const loadChat: Desk = {
  ...inboundSales,
  weight: 5,
  open: 'always',
  useCases: useCaseVariants({
    ...SALES_SPEC,
    id: '6811b09d9c4d3e001f5a7b04',
    name: 'Website Load Finder',
    language: 'en-US',
    models: ['gpt-5.2-mini'],
  }),
  promptId: '6811b0aa9c4d3e001f5a7c04',
  agents: [{ id: '66a1f1009c4d3e001f5a7a05', name: 'Load Finder' }],
  providers: [
    ['Chat', 85],
    ['Web', 15],
  ],
  languages: [
    ['en-US', 90],
    ['es-MX', 10],
  ],
};

function negotiation(
  random: Random,
  { carrier, created }: { carrier: Carrier; created: number },
): Scene {
  const load = createLoad(random, created);
  const offered = toFives(load.rate * 0.94);
  const asked = toFives(load.rate * (1 + random.next() * 0.24));
  const facts = salesFacts(carrier, load, offered);
  const seconds = random.skewed(215, 25);
  const outcome = random.weighted([
    ['booked', 34],
    ['rate', 20],
    ['uninterested', 18],
    ['ineligible', 8],
    ['covered', 9],
    ['rep', 11],
  ]);
  switch (outcome) {
    case 'booked': {
      const agreed = Math.min(toFives((offered + asked) / 2), toFives(load.rate * 1.06));
      return {
        tag: 'Booked',
        reasoning: `${carrier.contact} of ${carrier.name} accepted ${dollars(agreed)} for ${load.reference}, ${load.origin} to ${load.destination}, and asked for the rate confirmation by e-mail.`,
        extraction: { ...facts, carrier_ask: asked, agreed_rate: agreed, verified: true },
        seconds: seconds + 60,
        tags: random.chance(0.3) ? ['booked', 'rate con sent'] : ['booked'],
      };
    }
    case 'rate':
      return {
        tag: 'Rate not agreed',
        reasoning: `The carrier asked for ${dollars(asked)} and would not go below it; the ceiling for ${load.reference} was ${dollars(load.rate)}.`,
        extraction: { ...facts, carrier_ask: asked, agreed_rate: null, verified: true },
        seconds,
        tags: random.chance(0.25) ? ['follow up'] : [],
      };
    case 'uninterested': {
      const reason = random.pick([
        'the pickup date',
        'the deadhead',
        'the weight',
        'the equipment',
      ]);
      return {
        tag: 'Not interested',
        reasoning: `The carrier declined because ${reason} did not suit their truck and left no counter-offer.`,
        extraction: { ...facts, carrier_ask: null, agreed_rate: null, declined_because: reason },
        seconds: Math.round(seconds * 0.6),
      };
    }
    case 'ineligible':
      return {
        tag: 'Carrier not eligible',
        reasoning: `MC ${carrier.mcNumber} did not pass verification (${random.pick(['insurance lapsed', 'authority younger than 90 days', 'conditional safety rating'])}), so no load was offered.`,
        extraction: { ...facts, offered_rate: null, agreed_rate: null, verified: false },
        seconds: Math.round(seconds * 0.4),
        tags: ['compliance'],
      };
    case 'covered':
      return {
        tag: 'Load already covered',
        reasoning: `${load.reference} had been covered before the call; the carrier was told about similar loads out of ${load.origin}.`,
        extraction: { ...facts, offered_rate: null, agreed_rate: null, verified: true },
        seconds: Math.round(seconds * 0.5),
      };
    default:
      return {
        tag: 'Transferred to rep',
        reasoning: `The carrier agreed in principle at ${dollars(asked)} but wanted to speak to a person about detention, so the call was handed to carrier sales.`,
        extraction: { ...facts, carrier_ask: asked, agreed_rate: null, verified: true },
        seconds: seconds + 20,
        tags: ['warm transfer'],
        transfer: random.pick(CONTACTS.sales),
      };
  }
}

function salesFacts(carrier: Carrier, load: Load, offered: number): Record<string, unknown> {
  return {
    mc_number: carrier.mcNumber,
    carrier_name: carrier.name,
    contact_name: carrier.contact,
    load_reference: load.reference,
    lane: { origin: load.origin, destination: load.destination, miles: load.miles },
    equipment: load.equipment,
    commodity: load.commodity,
    weight_lbs: load.weight,
    pickup_date: load.pickupDate,
    offered_rate: offered,
  };
}
