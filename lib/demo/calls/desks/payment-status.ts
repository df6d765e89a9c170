import { createLoad, dollars } from '@/lib/demo/calls/catalogue/loads';
import { type Carrier, CONTACTS } from '@/lib/demo/calls/catalogue/people';
import { useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import type { Desk, Scene } from './desk';

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
  languages: [
    ['en-US', 91],
    ['es-MX', 9],
  ],
  ownLine: true,
  play: payment,
};

function payment(
  random: Random,
  { carrier, created }: { carrier: Carrier; created: number },
): Scene {
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
