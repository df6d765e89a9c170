import { Missing } from '@/components/calls/list/table/cells';
import { Contested } from '@/components/calls/review/ratings/contested';
import { RatingIcon } from '@/components/calls/review/ratings/rating-icon';
import { Badge } from '@/components/ui/badge';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { CallRating, CallRow } from '@/lib/call/call';
import { isContested } from '@/lib/call/review/review';
import { isMasked, WHY_MASKED } from '@/lib/call/values/masked-number';
import { formatDuration } from '@/lib/format/number';
import { formatPhone } from '@/lib/format/phone';
import { CallLink, type OtherCalls } from './call-link';
import { Extracted } from './extracted/extracted';
import { ExtractionTable } from './extraction-table';
import { Fact, Facts, Section, Value } from './facts';
import { Details, Identifiers } from './overview-details';
import { When } from './when';

const FirstWords = lazily(() => import('./first-words'));
const OtherAttempts = lazily(() => import('@/components/calls/drawer/related/other-attempts'));

type OverviewTabProps = OtherCalls & {
  call: CallRow;
  /** The call with everything about it; undefined while it has not come. */
  whole: CallResponse | undefined;
};

export function OverviewTab({ call, whole, ...others }: OverviewTabProps) {
  const { classification, extraction, metadata } = call;
  return (
    <>
      <Conversation call={call} {...others} />
      <Section title="Outcome">
        {classification?.tag ? (
          <Badge tone="info">
            <bdi className="wrap-anywhere">{classification.tag}</bdi>
          </Badge>
        ) : (
          <p className="text-sm text-muted">No outcome was given.</p>
        )}
        {classification?.reasoning && (
          <p className="mt-1.5 text-sm whitespace-pre-wrap wrap-anywhere">
            <bdi>{classification.reasoning}</bdi>
          </p>
        )}
      </Section>
      <Ratings ratings={call.ratings} />
      <Section title="Extraction">
        <Extracted call={call} extraction={extraction} useCase={whole?.use_case} />
      </Section>
      <Lazily>
        <OtherAttempts call={call} {...others} />
      </Lazily>
      <Details call={call} />
      {metadata?.custom && Object.keys(metadata.custom).length > 0 && (
        <Section title="Custom metadata">
          <ExtractionTable label="Custom metadata" record={metadata.custom} />
        </Section>
      )}
      <Identifiers call={call} />
    </>
  );
}

/** Who spoke with whom, when and how long. */
function Conversation({ call, hrefOf, onOpenCall }: { call: CallRow } & OtherCalls) {
  const { metadata, duration, parent_call_id: parent } = call;
  return (
    <Section title="Conversation">
      <Facts>
        <Fact label="From">
          <Party number={metadata?.from} copy="Copy number of the caller" />
        </Fact>
        <Fact label="To">
          <Party number={metadata?.to} copy="Copy number called" />
        </Fact>
        <Fact label="Created">
          <When iso={call.created} />
        </Fact>
        {call.scheduled_for && (
          <Fact label="Scheduled for">
            <When iso={call.scheduled_for} />
          </Fact>
        )}
        <Fact label="Duration">
          {duration === null || duration === undefined ? (
            <Missing>no duration</Missing>
          ) : (
            formatDuration(duration)
          )}
        </Fact>
        <Fact label="Transfer to">
          <Value text={call.transfer_contact_email} copy="Copy address of the transfer contact" />
        </Fact>
        <Lazily>
          <FirstWords call={call} />
        </Lazily>
        {parent && (
          <Fact label="Repeats call">
            <CallLink id={parent} hrefOf={hrefOf} onOpenCall={onOpenCall} />
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Party({ number, copy }: { number: string | null | undefined; copy: string }) {
  if (!number) return <Missing />;
  if (!isMasked(number)) return <Value text={number} shown={formatPhone(number)} copy={copy} />;
  return (
    <>
      <Value text={number} />
      <span className="text-xs text-muted">{WHY_MASKED}.</span>
    </>
  );
}

function Ratings({ ratings }: { ratings: readonly CallRating[] | null | undefined }) {
  return (
    <Section title="Ratings">
      {isContested(ratings) && (
        <p className="mb-1 flex items-center gap-1.5 text-sm">
          <Contested /> People rated this call differently.
        </p>
      )}
      {ratings && ratings.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {ratings.map((rating, place) => (
            <li key={`${place} ${rating.emoji}`} className="flex items-start gap-2">
              <bdi className="max-w-1/4 min-w-6 shrink-0 text-lg leading-5 wrap-anywhere">
                {rating.emoji && <RatingIcon emoji={rating.emoji} />}
              </bdi>
              <span className="min-w-0">
                <bdi className="font-medium wrap-anywhere">{rating.email || 'Somebody'}</bdi>
                <span className="block text-xs text-muted">
                  <When iso={rating.created} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">Nobody has rated this call.</p>
      )}
    </Section>
  );
}
