import { ANYONE } from '@/lib/call/query/filters';
import { addressOf } from '@/lib/call/review/review';

/** Who is to have done something with a call, or not to have. */
export type PersonChoice =
  | 'any'
  | 'me'
  | 'not me'
  | 'anyone'
  | 'nobody'
  | 'someone'
  | 'not someone';

/** The two filters of one question: by whom, and by whom not. */
export type PersonFilters = { by: string | null; notBy: string | null };

/** What the filters ask, as somebody who is `me` reads them. */
export function personChoice({ by, notBy }: PersonFilters, me: string | null): PersonChoice {
  const isMe = (address: string) => me !== null && addressOf(address) === addressOf(me);
  if (by !== null) return by === ANYONE ? 'anyone' : isMe(by) ? 'me' : 'someone';
  if (notBy !== null) return notBy === ANYONE ? 'nobody' : isMe(notBy) ? 'not me' : 'not someone';
  return 'any';
}

/** The filters for a choice; undefined where it is not known yet who is meant. */
export function personFilters(
  choice: PersonChoice,
  people: { me: string | null; someone: string | null },
): PersonFilters | undefined {
  const only = (by: string | null) => (by === null ? undefined : { by, notBy: null });
  const without = (notBy: string | null) => (notBy === null ? undefined : { by: null, notBy });
  switch (choice) {
    case 'any':
      return { by: null, notBy: null };
    case 'anyone':
      return only(ANYONE);
    case 'nobody':
      return without(ANYONE);
    case 'me':
      return only(people.me);
    case 'not me':
      return without(people.me);
    case 'someone':
      return only(people.someone);
    case 'not someone':
      return without(people.someone);
  }
}
