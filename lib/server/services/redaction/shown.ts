import { type Identity, may } from '@/lib/auth/roles';

/** The answer as this person may see it. */
export function shownTo<T>(who: Identity, answer: T, mask: (answer: T) => T): T {
  return may(who, 'phone_numbers') ? answer : mask(answer);
}
