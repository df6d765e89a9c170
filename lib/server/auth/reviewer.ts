import type { Identity } from '@/lib/auth/roles';
import { isEmail } from '@/lib/call/values/email';
import { CallscopeError } from '@/lib/server/errors';

/** Who writes on calls. */
export type Reviewer = {
  email: string;
  who: Identity;
};

const HEADER = 'x-reviewer-email';

/**
 * Who reviews: who has signed in. Without sign-in it is who says so in a header, nobody can be held to it, and nobody
 * is a manager.
 * @throws {CallscopeError} `reviewer_required`
 */
export function reviewerOf(who: Identity, headers: Headers): Reviewer {
  if (who.account) return { email: who.account.email, who };
  const email = decoded(headers.get(HEADER)).trim().toLowerCase();
  if (isEmail(email)) return { email, who };
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
