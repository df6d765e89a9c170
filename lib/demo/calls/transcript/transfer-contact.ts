import { CONTACTS } from '@/lib/demo/calls/catalogue/people';
import type { Random } from '@/lib/demo/calls/random';
import { textAt } from '@/lib/demo/json';
import type { TransferContact } from './transcript-message';

const TYPES: readonly (readonly [type: string, emails: readonly string[]])[] = [
  ['Sales Rep', CONTACTS.sales],
  ['Tracking', CONTACTS.tracking],
  ['Billing', CONTACTS.billing],
  ['On call', CONTACTS.night],
];

/** Whom a call was handed to: the owner of the address that the call names. */
export function transferContact(call: unknown, email: string, random: Random): TransferContact {
  const [type] = TYPES.find(([, emails]) => emails.includes(email)) ?? ['Contact'];
  const reachable = random.chance(0.7);
  return {
    type,
    name: nameIn(email),
    email,
    phone: {
      number: textAt(call, 'use_case', 'transfer_number') ?? '+13125550140',
      extension: reachable ? String(random.int(100, 499)) : null,
    },
    contact_id: random.hex(24),
    slack_channel_id: reachable ? null : `C0${random.hex(8).toUpperCase()}`,
  };
}

/** `luis.ortega@…` is Luis Ortega. */
function nameIn(email: string): string {
  const [local = ''] = email.split('@');
  return local.replace(/(^|\.)(\w)/g, (_, dot: string, letter: string) =>
    dot ? ` ${letter.toUpperCase()}` : letter.toUpperCase(),
  );
}
