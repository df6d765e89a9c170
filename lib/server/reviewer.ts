import { isEmail } from '@/lib/call/email';
import { CallscopeError } from './errors';

/** Who writes on calls. */
export type Reviewer = {
  email: string;
  /** May change the notes of others. */
  isManager: boolean;
};

const HEADER = 'x-reviewer-email';

/**
 * Who says to be reviewing. Without sign-in nobody can be held to it: the name is taken as it is given, and nobody
 * is a manager.
 * @throws {CallscopeError} `reviewer_required`
 */
export function reviewerOf(headers: Headers): Reviewer {
  const email = decoded(headers.get(HEADER)).trim().toLowerCase();
  if (isEmail(email)) return { email, isManager: false };
  throw new CallscopeError(
    'reviewer_required',
    'Reviews carry the e-mail address of who makes them: tell Callscope yours.',
  );
}

/** A header holds ASCII only: addresses with other letters come percent-encoded. */
function decoded(value: string | null): string {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return value ?? '';
  }
}
