import { createLoad } from '@/lib/demo/calls/catalogue/loads';
import { useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

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

function appointment(random: Random, { created }: { created: number }): Scene {
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
