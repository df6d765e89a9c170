'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { browserZone } from '@/components/shell/context/page-context';
import { serverNow } from '@/components/shell/context/server-clock';
import { ignoredSentence } from '@/lib/call/answers/ignored-filters';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';
import { formatAgo, formatInstant } from '@/lib/format/time';
import { useAddress } from '@/lib/url/use-address';
import { TranscriptFacts } from './transcript-facts';

/** The details of the index, name and value. */
export function SyncFacts({ sync }: { sync: SyncResponse }) {
  const { rejected, last_error: error, unknown_fields: fields, ignored_filters: ignored } = sync;
  const odd = sync.odd_fields;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-3">
      <Fact name="At HappyRobot">
        {sync.upstream_count === null ? <NotKnown /> : formatCount(sync.upstream_count)}
      </Fact>
      <Fact name="Oldest call">
        <Instant iso={sync.oldest} />
      </Fact>
      <Fact name="Newest call">
        <Instant iso={sync.newest} />
      </Fact>
      <Fact name="Last read">
        <Instant iso={sync.last_success} ago />
      </Fact>
      <Fact name="Last error">
        {error === null ? (
          <span className="text-muted">none</span>
        ) : (
          <>
            <Instant iso={error.at} ago />
            <bdi className="block wrap-anywhere text-muted">{error.message}</bdi>
          </>
        )}
      </Fact>
      <Fact name="Transcripts">
        <TranscriptFacts sync={sync} />
      </Fact>
      <Fact name="Not readable">
        {rejected.count === 0 ? (
          <span className="text-muted">none</span>
        ) : (
          <RejectedRecords rejected={rejected} />
        )}
      </Fact>
      {rejected.recovered > 0 && <Fact name="Readable now">{formatCount(rejected.recovered)}</Fact>}
      {odd.length > 0 && (
        <Fact name="Set aside">
          Fields that are not as documented; the calls are shown without them.
          <OddFields odd={odd} />
        </Fact>
      )}
      {fields.length > 0 && (
        <Fact name="New fields">
          <bdi className="wrap-anywhere">{fields.join(', ')}</bdi>
        </Fact>
      )}
      {ignored.length > 0 && (
        <Fact name="Ignored">{ignoredSentence(ignored)} The index answers such lists.</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

/** How many records are shown; the count tells of the others. */
const SHOWN = 5;

function RejectedRecords({ rejected }: { rejected: SyncResponse['rejected'] }) {
  return (
    <>
      {formatCount(rejected.count)}
      <ul className="mt-0.5 flex flex-col gap-0.5 text-xs text-muted">
        {rejected.latest.slice(0, SHOWN).map(({ id, problem, seen_at }) => (
          <li key={`${id} ${problem} ${seen_at}`} className="wrap-anywhere">
            {id !== null && <bdi className="font-mono">{id} </bdi>}
            <bdi>{problem}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function OddFields({ odd }: { odd: SyncResponse['odd_fields'] }) {
  const rest = odd.slice(SHOWN);
  return (
    <>
      <OddFieldList odd={odd.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="mt-1.5 text-xs">
          <summary className="text-muted">{plural(rest.length, 'more field')}</summary>
          <OddFieldList odd={rest} />
        </details>
      )}
    </>
  );
}

function OddFieldList({ odd }: { odd: SyncResponse['odd_fields'] }) {
  return (
    <ul className="mt-1.5 flex flex-col gap-1.5 text-xs">
      {odd.map(({ path, calls, since, example }) => (
        <li key={path} className="wrap-anywhere">
          <span className="flex justify-between gap-3">
            <bdi className="font-mono">{path}</bdi>
            <span className="shrink-0 text-muted">{plural(calls, 'call')}</span>
          </span>
          <span className="text-muted">
            since <Instant iso={since} />,{' '}
            <Link href={`/calls?${new URLSearchParams({ call: example })}`} className="underline">
              see one<span className="sr-only"> with {path}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Instant({ iso, ago = false }: { iso: string | null; ago?: boolean }) {
  const { address } = useAddress();
  if (iso === null) return <NotKnown />;
  const now = serverNow();
  return (
    <time dateTime={iso}>
      {formatInstant(iso, address.timezone ?? browserZone(), now)}
      {ago && <span className="text-xs text-faint"> {formatAgo(iso, now)}</span>}
    </time>
  );
}

function NotKnown() {
  return (
    <span className="text-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">not known</span>
    </span>
  );
}
