import type { CallNote, CallRating } from '@/lib/call/call';
import { REVIEWERS } from '@/lib/demo/calls/catalogue/people';
import { HOUR_MS, iso } from '@/lib/demo/calls/central-time';
import type { Random } from '@/lib/demo/calls/random';

const PRAISE = [
  'Clean negotiation, stayed under the ceiling.',
  'Good recovery after the caller interrupted twice.',
  'Exactly how we want this handled. Use for training.',
  'Asked for the MC right away, good.',
  'Nice tone with an annoyed driver.',
];
const REMARKS = [
  'Driver gave a different callback number, updated it in the TMS.',
  'Called back by hand, all settled.',
  'Customer wants a heads-up next time before we move the appointment.',
  'Rate con went out at 2:40, carrier signed.',
  'Second time this carrier calls about the same load, merge with the earlier call.',
  'Detention approved by Luis, $50/h after 2 h.',
  'Waiting for the lumper receipt, then close.',
  'Transcript says "Laredo" but they mean Lareto yard; check the spelling.',
];
const COMPLAINTS = [
  'Agent talked over the driver for ten seconds, please look at the turn taking.',
  'Offered the load before the MC was verified. Must not happen.',
  'Wrong city in the extraction, it was Columbus OH, not GA.',
  'Hung up while the caller was still reading the PO number.',
  'Quoted the ceiling in the first round.',
  'Caller sounded like a double broker. Block until compliance has looked.',
  'Should have transferred: the driver asked for a person three times.',
];

type Reviews = { notes: CallNote[]; ratings: CallRating[]; viewedBy: string[] };

/** What reviewers left on a call that ended at `endedAt`, in the two days after. */
export function createReviews(random: Random, endedAt: number): Reviews {
  if (!random.chance(0.3)) return { notes: [], ratings: [], viewedBy: [] };
  const first = random.pick(REVIEWERS);
  const second = random.pick(REVIEWERS.filter((reviewer) => reviewer !== first));
  const verdict = random.weighted([
    ['✅', 62],
    ['👎', 28],
    ['🚨', 10],
  ]);
  const moment = () =>
    iso(endedAt + Math.round((0.1 + random.next() * random.next() * 46) * HOUR_MS));
  const note = (author: string, texts: readonly string[], flagged: boolean): CallNote => ({
    id: random.hex(24),
    user_id: author,
    content: random.pick(texts),
    flagged,
    created_at: moment(),
  });
  const rated = random.chance(0.48);
  const contested = rated && random.chance(0.12);
  const notes: CallNote[] = [];
  if (random.chance(0.3)) {
    const texts = !rated ? REMARKS : verdict === '✅' ? PRAISE : COMPLAINTS;
    notes.push(note(first, texts, verdict === '🚨' || random.chance(0.12)));
  }
  if (contested || (notes.length > 0 && random.chance(0.25))) {
    notes.push(note(second, contested ? COMPLAINTS : REMARKS, contested && random.chance(0.5)));
  }
  const ratings: CallRating[] = rated ? [{ emoji: verdict, email: first, created: moment() }] : [];
  if (contested) {
    const contrary = verdict === '✅' ? '👎' : '✅';
    ratings.push({ emoji: contrary, email: second, created: moment() });
  }
  const both = notes.length > 1 || contested || random.chance(0.2);
  // Most often two people agree.
  if (rated && both && !contested)
    ratings.push({ emoji: verdict, email: second, created: iso(endedAt + 47 * HOUR_MS) });
  return { notes, ratings, viewedBy: both ? [first, second] : [first] };
}
