import { isRecordError, RecordError } from '@/lib/server/sync/shared/record';

const RIGHTS =
  'The user in DATABASE_URL may not make or use the tables of the record: grant it CREATE on the database, or a schema named callscope.';

/** What only a person can mend, by the code that PostgreSQL gives. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refuses the user or the password in DATABASE_URL.',
  '28000': 'PostgreSQL refuses the user in DATABASE_URL.',
  '3D000': 'PostgreSQL has no database of the name in DATABASE_URL.',
  '42501': RIGHTS,
  '3F000': RIGHTS,
};

/** What may pass. */
const AWAY: Readonly<Record<string, string>> = {
  '25006': 'The shared record is read-only.',
  '53100': 'The disk of the shared record is full.',
  '53300': 'The shared record has no connection left.',
  '57014': 'The shared record took too long.',
};

/** A failure of the driver in words that repeat nothing of the address: it has the password in it. */
export function recordErrorOf(error: unknown): RecordError {
  if (isRecordError(error)) return error;
  const code = codeOf(error);
  const refused = REFUSED[code];
  if (refused !== undefined) return new RecordError('refused', refused);
  const message = AWAY[code] ?? `The shared record cannot be reached${code && ` (${code})`}.`;
  return new RecordError('away', message);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  const code = String(error.code);
  return /^[A-Z0-9_]{1,40}$/.test(code) ? code : '';
}
