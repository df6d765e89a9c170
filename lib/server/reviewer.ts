import * as z from 'zod';
import { CallscopeError } from './errors';

/** Who writes on calls. */
export type Reviewer = {
  email: string;
  /** May change the notes of others. */
  isManager: boolean;
};

const HEADER = 'x-reviewer-email';
const addressSchema = z
  .string()
  .trim()
  .max(320)
  // Neither spaces nor what cannot be seen: two addresses that look the same are the same.
  .regex(/^[^\s\p{C}@<>",]+@[^\s\p{C}@<>",]+$/u);

/**
 * Who says to be reviewing. Without sign-in nobody can be held to it: the name is taken as it is given, and nobody
 * is a manager.
 * @throws {CallscopeError} `reviewer_required`
 */
export function reviewerOf(headers: Headers): Reviewer {
  const address = addressSchema.safeParse(decoded(headers.get(HEADER)));
  if (address.success) return { email: address.data.toLowerCase(), isManager: false };
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
