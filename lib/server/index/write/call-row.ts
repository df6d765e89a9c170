import type { SqlValue } from '@/lib/server/index/engine/sql';
import { storedIn } from '@/lib/server/index/measures';
import { TABLES } from '@/lib/server/index/tables';
import type { Dimensions } from './dimensions';
import { type Facts, factsOf } from './facts';
import type { FetchedCall } from './fetched-call';
import type { Known } from './known-calls';

const MS_OF_QUARTER = 900_000;
const MS_OF_DAY = 86_400_000;

/** `seenAt` in milliseconds since 1970; `absences` in how many reads it was missing since. */
export type Row = { seen: FetchedCall; configuration: number; seenAt: number; absences: number };

type RowToWrite = Row & { place: number; old: Known | undefined; extracted: number };

/** The cells of a call, in the order of the table's columns. */
export function callRow(
  { seen, configuration, seenAt, absences, place, old, extracted }: RowToWrite,
  dimensions: Dimensions,
): SqlValue[] {
  const { id, created, fingerprint } = seen;
  const facts = factsOf(seen.call);
  const word = (kind: keyof Facts['words']) => dimensions.word(kind, facts.words[kind], created);
  const list = (kind: keyof Facts['lists'], since?: string) =>
    dimensions.list(kind, facts.lists[kind], since);
  const values: Record<(typeof TABLES.call)[number]['name'], SqlValue> = {
    id,
    place,
    created,
    quarter: Math.floor(created / MS_OF_QUARTER),
    day: Math.floor(created / MS_OF_DAY),
    type: word('type'),
    status: word('status'),
    provider: word('provider'),
    language: word('language'),
    use_case: word('use_case'),
    model: word('model'),
    agent: word('agent'),
    campaign: word('campaign'),
    classification: word('classification'),
    tag_set: list('tag'),
    rating_set: list('rating'),
    viewer_set: list('viewer'),
    rater_set: list('rater'),
    odd_set: list('odd', new Date(seenAt).toISOString()),
    duration: facts.duration,
    ...facts.amounts,
    has_notes: facts.has_notes,
    flagged: facts.flagged,
    fruitless: facts.fruitless,
    contested: facts.contested,
    rated_at: facts.rated_at,
    transfer_email: facts.transfer_email,
    parent: facts.parent,
    search: facts.search,
    fingerprint,
    configuration,
    absences,
    seen_at: seenAt,
    ...storedIn(old),
    measured_by: old?.measured_by ?? null,
    extracted,
  };
  return TABLES.call.map(({ name }) => values[name]);
}
