import { createLoad, dollars } from '../catalogue/loads';
import { type Carrier, CONTACTS } from '../catalogue/people';
import { useCaseVariants } from '../catalogue/use-case';
import type { Random } from '../random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

type Context = { carrier: Carrier; created: number };

const MOSTLY_ENGLISH = [
  ['en-US', 91],
  ['es-MX', 9],
] as const;

export const appointments: Desk = {
  type: 'Outbound',
  weight: 11,
  open: 'office',
  useCases: useCaseVariants({
    id: '6738a90c9c4d3e001f5a7b08',
    name: 'Appointment Scheduling',
    language: 'en-US',
    models: ['claude-sonnet-4.6'],
    transferNumber: '+13125550173',
    maxMinutes: 12,
    keywords: ['dock', 'appointment', 'PO number', 'FCFS', 'drop trailer'],
    extract: [
      ['facility', 'Name of the warehouse', 'string', 'Cedar Grove DC'],
      ['appointment', 'Agreed day, time and dock', 'object', '{ "date": "2026-11-24" }'],
      ['po_numbers', 'Purchase orders on the load', 'array', '["PO-88123"]'],
      ['confirmation_number', 'What the facility confirmed with', 'string', 'C-20418'],
    ],
    outcomes: [
      ['Appointment set', 'A dock time was confirmed'],
      ['Call back later', 'The scheduler was busy'],
      ['E-mail required', 'The facility books in writing only'],
      ['No capacity', 'No dock time on the wanted day'],
    ],
  }),
  promptId: '6738a9aa9c4d3e001f5a7c08',
  agents: [{ id: '66a1f1009c4d3e001f5a7a09', name: 'Avery' }],
  providers: PHONE_ONLY,
  languages: [['en-US', 1]],
  play: appointment,
};

export const paymentStatus: Desk = {
  type: 'Inbound',
  weight: 14,
  open: 'office',
  useCases: useCaseVariants({
    id: '66f9be219c4d3e001f5a7b09',
    name: 'Payment Status',
    language: 'en-US',
    models: ['gpt-5.2-mini', 'gemini-3-flash'],
    transferNumber: '+13125550184',
    maxMinutes: 10,
    keywords: ['invoice', 'quick pay', 'factoring', 'remittance', 'ACH'],
    extract: [
      ['invoice_number', 'Invoice asked about', 'string', 'INV-30211'],
      ['amount', 'Amount of the invoice, US dollars', 'number', '2250'],
      ['payment', 'State, method and day of the payment', 'object', '{ "state": "scheduled" }'],
      ['factoring_company', 'Who is paid instead of the carrier', 'string', 'Lone Star Factoring'],
    ],
    outcomes: [
      ['Paid', 'The payment went out'],
      ['Payment scheduled', 'A date was given'],
      ['Documents missing', 'Papers hold the payment up'],
      ['Dispute', 'The amount is contested'],
    ],
  }),
  promptId: '66f9beaa9c4d3e001f5a7c09',
  agents: [{ id: '66a1f1009c4d3e001f5a7a10', name: 'Morgan' }],
  providers: [
    ['Twilio', 92],
    ['Chat', 8],
  ],
  languages: MOSTLY_ENGLISH,
  ownLine: true,
  play: payment,
};

export const vetting: Desk = {
  ...paymentStatus,
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
  ownLine: false,
  play: onboarding,
};

export const afterHours: Desk = {
  ...paymentStatus,
  weight: 40,
  open: 'closed',
  useCases: useCaseVariants({
    id: '671d44709c4d3e001f5a7b11',
    name: 'After-hours Desk',
    language: 'en-US',
    models: ['gpt-4.1'],
    transferNumber: '+13125550199',
    maxMinutes: 10,
    keywords: ['emergency', 'breakdown', 'gate code', 'driver', 'lumper'],
    extract: [
      ['caller_type', 'Who calls', 'string', 'driver'],
      ['topic', 'What about', 'string', 'gate code'],
      ['urgent', 'Whether a person must be woken', 'boolean', 'false'],
      ['load_reference', 'Our load number, if any', 'string', 'NL-482913'],
    ],
    outcomes: [
      ['Answered', 'The question was answered'],
      ['Message taken', 'The office calls back'],
      ['Emergency', 'The person on call was woken'],
      ['Spam', 'Nobody we deal with'],
    ],
  }),
  promptId: '671d44aa9c4d3e001f5a7c11',
  agents: [{ id: '66a1f1009c4d3e001f5a7a12', name: 'Nightline' }],
  providers: PHONE_ONLY,
  ownLine: false,
  play: night,
};

function appointment(random: Random, { created }: Context): Scene {
  const load = createLoad(random, created);
  const time = `${String(random.int(5, 20)).padStart(2, '0')}:${random.pick(['00', '30'])}`;
  const confirmation = `C-${random.int(10_000, 99_999)}`;
  const slot = {
    date: load.deliveryDate,
    time,
    dock: random.int(1, 48),
    type: random.pick(['live unload', 'drop']),
  };
  const [tag, reasoning, extra] = random.weighted([
    [
      [
        'Appointment set',
        `${load.facility} confirmed ${load.deliveryDate} at ${time} under ${confirmation}.`,
        { appointment: slot, confirmation_number: confirmation },
      ],
      58,
    ],
    [
      [
        'Call back later',
        `The scheduler at ${load.facility} was on another line and asked to try again after lunch.`,
        { appointment: null, confirmation_number: null },
      ],
      17,
    ],
    [
      [
        'E-mail required',
        `${load.facility} books by e-mail only; the address was noted.`,
        { appointment: null, booking_email: 'docks@receiver.example' },
      ],
      14,
    ],
    [
      [
        'No capacity',
        `No dock is free on ${load.deliveryDate}; the earliest is a day later.`,
        { appointment: null, earliest: load.deliveryDate },
      ],
      11,
    ],
  ] as const);
  return {
    tag,
    reasoning,
    extraction: {
      facility: load.facility,
      load_reference: load.reference,
      po_numbers: [`PO-${random.int(10_000, 99_999)}`, `PO-${random.int(10_000, 99_999)}`],
      ...extra,
    },
    seconds: random.skewed(150, 30),
    tags: tag === 'Appointment set' ? ['scheduled'] : [],
    params: { load_reference: load.reference, facility: load.facility },
  };
}

function payment(random: Random, { carrier, created }: Context): Scene {
  const load = createLoad(random, created);
  const invoice = `INV-${random.int(20_000, 59_999)}`;
  const facts = {
    invoice_number: invoice,
    load_reference: load.reference,
    mc_number: carrier.mcNumber,
    carrier_name: carrier.name,
    amount: load.rate,
    factoring_company: random.chance(0.35)
      ? random.pick(['Lone Star Factoring', 'RoadCash Capital', 'Tidewater Funding'])
      : null,
  };
  const seconds = random.skewed(125, 20);
  const outcome = random.weighted([
    ['paid', 36],
    ['scheduled', 34],
    ['documents', 19],
    ['dispute', 11],
  ]);
  switch (outcome) {
    case 'paid':
      return {
        tag: 'Paid',
        reasoning: `${invoice} over ${dollars(load.rate)} was paid by ACH; the caller noted the trace number.`,
        extraction: { ...facts, payment: { state: 'paid', method: 'ACH', date: load.pickupDate } },
        seconds,
      };
    case 'scheduled':
      return {
        tag: 'Payment scheduled',
        reasoning: `${invoice} is approved and goes out on ${load.deliveryDate}; quick pay was ${random.chance(0.4) ? 'offered and declined' : 'not discussed'}.`,
        extraction: {
          ...facts,
          payment: {
            state: 'scheduled',
            method: random.pick(['ACH', 'check']),
            date: load.deliveryDate,
          },
        },
        seconds,
      };
    case 'documents':
      return {
        tag: 'Documents missing',
        reasoning: `Payment of ${invoice} waits for the signed POD; the caller will upload it today.`,
        extraction: {
          ...facts,
          payment: { state: 'on hold', method: null, date: null },
          missing: ['POD'],
        },
        seconds,
        tags: ['paperwork'],
      };
    default:
      return {
        tag: 'Dispute',
        reasoning: `The caller expected ${dollars(load.rate + 150)} including detention; billing took over.`,
        extraction: {
          ...facts,
          payment: { state: 'disputed', method: null, date: null },
          disputed_amount: 150,
        },
        seconds: seconds + 45,
        tags: ['dispute', 'billing'],
        transfer: random.pick(CONTACTS.billing),
      };
  }
}

function onboarding(random: Random, { carrier, created }: Context): Scene {
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

function night(random: Random, { carrier, created }: Context): Scene {
  const load = createLoad(random, created);
  const [tag, reasoning, extra] = random.weighted([
    [
      [
        'Answered',
        `The driver asked for the gate code of ${load.facility} and got it.`,
        { caller_type: 'driver', topic: 'gate code', urgent: false },
      ],
      47,
    ],
    [
      [
        'Message taken',
        `${carrier.contact} wants to be called about ${load.reference} when the office opens.`,
        { caller_type: 'dispatcher', topic: 'load question', urgent: false },
      ],
      31,
    ],
    [
      [
        'Emergency',
        `A breakdown near ${load.destination} with ${load.commodity.toLowerCase()} on board; the person on call was woken.`,
        { caller_type: 'driver', topic: 'breakdown', urgent: true },
      ],
      9,
    ],
    [
      [
        'Spam',
        'A recorded offer for a warranty; the agent hung up.',
        { caller_type: null, topic: null, urgent: false },
      ],
      13,
    ],
  ] as const);
  return {
    tag,
    reasoning,
    extraction: { ...extra, load_reference: tag === 'Spam' ? null : load.reference },
    seconds: tag === 'Spam' ? random.int(6, 20) : random.skewed(80, 20),
    tags: tag === 'Emergency' ? ['escalated', 'night'] : tag === 'Spam' ? ['spam'] : ['night'],
    transfer: tag === 'Emergency' ? CONTACTS.night[0] : undefined,
  };
}
