import { Flag, type LucideIcon, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import { Contested } from '@/components/calls/review/ratings/contested';
import { RatingIcon } from '@/components/calls/review/ratings/rating-icon';
import { statusLook } from '@/components/calls/status';
import { useCampaignLabel } from '@/components/campaigns/use-campaign-label';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { Badge } from '@/components/ui/badge';
import type { CallCosts, CallNote, CallRating, CallRow } from '@/lib/call/call';
import { toMicros } from '@/lib/call/costs/costs';
import { counterpartOf } from '@/lib/call/counterpart';
import { isContested, latestNote, ratingSummary } from '@/lib/call/review/review';
import { isMasked, WHY_MASKED } from '@/lib/call/values/masked-number';
import { formatMoney } from '@/lib/format/money';
import { formatDuration } from '@/lib/format/number';
import { formatPhone } from '@/lib/format/phone';
import { formatAgo, formatInstant } from '@/lib/format/time';

type Maybe<T> = T | null | undefined;

/** Nothing was given: a dash to the eye, a word to the ear. */
export function Missing({ children = 'none' }: { children?: ReactNode }) {
  return (
    <span data-missing className="text-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">{children}</span>
    </span>
  );
}

export function PlainCell({ text }: { text: Maybe<string> }) {
  return text ? <bdi title={text}>{text}</bdi> : <Missing />;
}

export function CreatedCell({ call }: { call: CallRow }) {
  const { zone, now } = useTime();
  return (
    <time dateTime={call.created} title={formatAgo(call.created, now)}>
      {formatInstant(call.created, zone, now)}
    </time>
  );
}

/** The number of the other side, with an arrow for who called whom. */
export function OtherPartyCell({ call }: { call: CallRow }) {
  const { type, metadata } = call;
  const Icon = directionOf(type);
  const number = counterpartOf(call) ?? (type === 'Outbound' ? metadata?.to : metadata?.from);
  return (
    <span className="flex items-center gap-1.5">
      {Icon && (
        <Icon role="img" aria-label={type} className="size-3.5 shrink-0 text-faint">
          <title>{type}</title>
        </Icon>
      )}
      <span className="truncate">
        <PhoneCell number={number} />
      </span>
    </span>
  );
}

function directionOf(type: string): LucideIcon | undefined {
  return type === 'Inbound' ? PhoneIncoming : type === 'Outbound' ? PhoneOutgoing : undefined;
}

export function TypeCell({ type }: { type: string }) {
  const Icon = directionOf(type);
  return (
    <span className="flex items-center gap-1.5">
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0 text-faint" />}
      <bdi className="truncate">{type}</bdi>
    </span>
  );
}

export function StatusCell({ status }: { status: string }) {
  const { icon: Icon, tone } = statusLook(status);
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3 shrink-0" />
      <bdi className="truncate">{status}</bdi>
    </Badge>
  );
}

export function PhoneCell({ number }: { number: Maybe<string> }) {
  return number ? (
    <bdi title={isMasked(number) ? WHY_MASKED : number}>{formatPhone(number)}</bdi>
  ) : (
    <Missing />
  );
}

export function AgentCell({ agent }: { agent: CallRow['agent'] }) {
  return <PlainCell text={agent?.name ?? agent?.id} />;
}

export function CampaignCell({ id }: { id: Maybe<string> }) {
  const label = useCampaignLabel(id);
  if (!id) return <Missing />;
  if (label !== null) return <bdi title={`${label} (${id})`}>{label}</bdi>;
  return (
    <bdi className="font-mono text-xs" title={id}>
      {id}
    </bdi>
  );
}

export function ClassificationCell({ tag }: { tag: Maybe<string> }) {
  return tag ? <bdi title={tag}>{tag}</bdi> : <Missing>no outcome</Missing>;
}

export function DurationCell({ seconds }: { seconds: Maybe<number> }) {
  if (seconds === null || seconds === undefined) return <Missing>no duration</Missing>;
  return <span>{formatDuration(seconds)}</span>;
}

export function CostCell({ costs }: { costs: Maybe<CallCosts> }) {
  const { currency } = usePage();
  const total = costs?.total_costs;
  if (total === null || total === undefined) return <Missing>no cost</Missing>;
  return <span>{formatMoney(toMicros(total), currency)}</span>;
}

export function RatingsCell({ ratings }: { ratings: Maybe<CallRating[]> }) {
  const summary = ratingSummary(ratings);
  if (summary.length === 0) return <Missing>not rated</Missing>;
  return (
    <span className="flex items-center gap-1.5">
      {summary.map(({ emoji, count }) => (
        <span key={emoji} className="flex items-center">
          <RatingIcon emoji={emoji} />
          {count > 1 && <span className="ml-0.5 text-xs text-muted">{count}</span>}
        </span>
      ))}
      {isContested(ratings) && <Contested />}
    </span>
  );
}

export function NotesCell({ notes }: { notes: Maybe<CallNote[]> }) {
  const latest = latestNote(notes);
  if (!latest) return <Missing>no notes</Missing>;
  const more = (notes?.length ?? 0) - 1;
  return (
    <span className="flex items-center gap-1.5">
      {notes?.some((note) => note.flagged) && (
        <Flag role="img" aria-label="Flagged" className="size-3.5 shrink-0 fill-current text-bad" />
      )}
      <bdi className="truncate" title={latest.content ?? undefined}>
        {latest.content}
      </bdi>
      {more > 0 && <span className="shrink-0 text-xs text-faint">+{more}</span>}
    </span>
  );
}

const SHOWN_TAGS = 2;

export function TagsCell({ tags }: { tags: Maybe<string[]> }) {
  if (!tags || tags.length === 0) return <Missing>no tags</Missing>;
  const more = tags.slice(SHOWN_TAGS);
  return (
    <span className="flex items-center gap-1" title={tags.join('\n')}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} className="min-w-0">
          <bdi className="truncate">{tag}</bdi>
        </Badge>
      ))}
      {more.length > 0 && <span className="shrink-0 text-xs text-faint">+{more.length}</span>}
    </span>
  );
}
