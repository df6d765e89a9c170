import { createLoad } from '@/lib/demo/calls/catalogue/loads';
import { type Carrier, CONTACTS } from '@/lib/demo/calls/catalogue/people';
import { useCaseVariants } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';
import { type Desk, PHONE_ONLY, type Scene } from './desk';

export const afterHours: Desk = {
  type: 'Inbound',
  languages: [
    ['en-US', 91],
    ['es-MX', 9],
  ],
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
  play: night,
};

function night(random: Random, { carrier, created }: { carrier: Carrier; created: number }): Scene {
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
