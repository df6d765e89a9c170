import { Flag } from 'lucide-react';
import { Several, Value } from '@/components/calls/drawer/overview/facts';
import { When } from '@/components/calls/drawer/overview/when';
import { DurationCell, Missing, PhoneCell, StatusCell } from '@/components/calls/list/table/cells';
import { RatingIcon } from '@/components/calls/review/ratings/rating-icon';
import { useCampaignLabel } from '@/components/campaigns/use-campaign-label';
import { Badge } from '@/components/ui/badge';
import type { CallRow } from '@/lib/call/call';
import { newestFirst } from '@/lib/call/review/review';
import type { ComparedFact } from './rows';

/** A fact that is a text. */
function plain(label: string, by: (call: CallRow) => string | null | undefined): ComparedFact {
  return { label, by, draw: (call) => <Value text={by(call)} /> };
}

export const FACTS: readonly ComparedFact[] = [
  {
    label: 'Status',
    by: ({ status }) => status,
    draw: (call) => <StatusCell status={call.status} />,
  },
  plain('Type', ({ type }) => type),
  {
    label: 'From',
    by: ({ metadata }) => metadata?.from,
    draw: ({ metadata }) => <PhoneCell number={metadata?.from} />,
  },
  {
    label: 'To',
    by: ({ metadata }) => metadata?.to,
    draw: ({ metadata }) => <PhoneCell number={metadata?.to} />,
  },
  { label: 'Created', by: ({ created }) => created, draw: (call) => <When iso={call.created} /> },
  {
    label: 'Duration',
    by: ({ duration }) => duration,
    draw: ({ duration }) => <DurationCell seconds={duration} />,
  },
  {
    label: 'Use case',
    by: ({ use_case }) => use_case?.id ?? use_case?.name,
    draw: ({ use_case }) => <Value text={use_case?.name ?? use_case?.id} />,
  },
  plain('Model', ({ use_case }) => use_case?.model),
  {
    label: 'Agent',
    by: ({ agent }) => agent?.id ?? agent?.name,
    draw: ({ agent }) => <Value text={agent?.name ?? agent?.id} />,
  },
  plain('Language', ({ language }) => language),
  plain('Provider', ({ provider }) => provider),
  {
    label: 'Campaign',
    by: ({ campaign_id }) => campaign_id,
    draw: ({ campaign_id }) => <Campaign id={campaign_id} />,
  },
  {
    label: 'Tags',
    by: ({ metadata }) => [...(metadata?.tags ?? [])].sort(),
    draw: ({ metadata }) => (
      <Several
        items={metadata?.tags}
        draw={(tag) => (
          <Badge>
            <bdi className="wrap-anywhere">{tag}</bdi>
          </Badge>
        )}
      />
    ),
  },
  plain('Transfer to', ({ transfer_contact_email }) => transfer_contact_email),
  plain('Repeats call', ({ parent_call_id }) => parent_call_id),
];

export const OUTCOME: readonly ComparedFact[] = [
  {
    label: 'Outcome',
    by: ({ classification }) => classification?.tag,
    draw: ({ classification }) =>
      classification?.tag ? (
        <Badge tone="info">
          <bdi className="wrap-anywhere">{classification.tag}</bdi>
        </Badge>
      ) : (
        <Missing>no outcome</Missing>
      ),
  },
  plain('Reasoning', ({ classification }) => classification?.reasoning),
];

export const REVIEWS: readonly ComparedFact[] = [
  {
    label: 'Ratings',
    by: ({ ratings }) => (ratings ?? []).map(({ emoji, email }) => [emoji, email]),
    draw: ({ ratings }) =>
      ratings && ratings.length > 0 ? (
        <ul>
          {ratings.map(({ emoji, email }, place) => (
            <li key={`${place} ${emoji}`}>
              {emoji && <RatingIcon emoji={emoji} />}{' '}
              <bdi className="text-muted">{email || 'Somebody'}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <Missing>not rated</Missing>
      ),
  },
  {
    label: 'Notes',
    by: ({ notes }) => (notes ?? []).map(({ content, flagged }) => [content, flagged]),
    draw: (call) => <Notes call={call} />,
  },
  {
    label: 'Viewed by',
    by: ({ viewed_by }) => [...(viewed_by ?? [])].sort(),
    draw: ({ viewed_by }) => <Several items={viewed_by} draw={(address) => <bdi>{address}</bdi>} />,
  },
];

function Campaign({ id }: { id: CallRow['campaign_id'] }) {
  return <Value text={useCampaignLabel(id) ?? id} />;
}

function Notes({ call }: { call: CallRow }) {
  const notes = newestFirst(call.notes);
  if (notes.length === 0) return <Missing>no notes</Missing>;
  return (
    <ol className="flex flex-col gap-1.5">
      {notes.map(({ id, user_id: author, content, flagged }, place) => (
        <li key={`${place} ${id}`}>
          <span className="text-xs text-muted">
            {flagged && (
              <Flag
                role="img"
                aria-label="Flagged"
                className="mr-1 inline size-3 fill-current text-bad"
              />
            )}
            <bdi>{author || 'Unknown author'}</bdi>
          </span>
          <bdi className="block whitespace-pre-wrap">{content || 'This note has no text.'}</bdi>
        </li>
      ))}
    </ol>
  );
}
