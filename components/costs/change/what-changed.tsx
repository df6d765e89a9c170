'use client';

import Link from 'next/link';
import { signed } from '@/lib/format/money';
import { type Address, addressQuery } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import type { ExplainedChange } from './change-steps';
import { mainGroup, type Reason, reasonsOf } from './reasons';
import type { Words } from './step-words';
import { useChange } from './use-change';

/** What changed and the two largest reasons, each of which leads to its groups. */
export function WhatChanged() {
  const { view, asked, words, result } = useChange();
  const change = result.data?.change;
  // Where nothing is compared the figures below say why.
  if (!asked || result.error || change === null) return null;
  return (
    <section
      aria-label="What changed"
      aria-busy={change === undefined || result.isPlaceholderData}
      className="border-b border-line px-4 py-3 md:px-6"
    >
      <p className="min-h-6 max-w-4xl">
        {change && <Sentence change={change} words={words} address={view.address} />}
      </p>
    </section>
  );
}

type SentenceProps = { change: ExplainedChange; words: Words; address: Address };

function Sentence({ change, words, address }: SentenceProps) {
  const { before, after } = change;
  const reasons = reasonsOf(change);
  if (before === 0 && after === 0) return 'Neither period has a call with a cost.';
  return (
    <>
      <strong className="font-semibold">{changeWords(change, words)}</strong>
      {reasons.length > 0 && <> The largest {reasons.length === 1 ? 'reason' : 'reasons'}: </>}
      {reasons.map((reason, at) => (
        <span key={reason.key}>
          {at > 0 && ' and '}
          <ReasonLink reason={reason} words={words} address={address} />
        </span>
      ))}
      {reasons.length > 0 && '.'}
    </>
  );
}

function changeWords({ before, after }: ExplainedChange, { money }: Words): string {
  if (before === after) return `The cost is exactly what it was before: ${money(after)}.`;
  const went = after > before ? 'rose' : 'fell';
  const share = before > 0 ? ` (${((Math.abs(after - before) / before) * 100).toFixed(1)}%)` : '';
  return `The cost ${went} by ${money(Math.abs(after - before))}${share}, from ${money(before)} to ${money(after)}.`;
}

type ReasonLinkProps = { reason: Reason; words: Words; address: Address };

function ReasonLink({ reason, words, address }: ReasonLinkProps) {
  const { key, stair } = reason;
  const group = mainGroup(stair);
  const { choose } = useAddress();
  return (
    <Link
      href={`/costs${addressQuery({ ...address, step: key })}`}
      prefetch={false}
      title="Show the groups behind it"
      // On this page nothing has to be fetched for it.
      onNavigate={(event) => {
        event.preventDefault();
        choose({ step: key });
        showPart('why');
      }}
      className="font-medium text-accent underline underline-offset-3"
    >
      {reason.words} ({signed(stair.micros, words.money)}
      {group !== null && (
        <>
          , mostly <bdi>{group}</bdi>
        </>
      )}
      )
    </Link>
  );
}

/** Scrolls the part into view, and nothing but the page of parts: its frame stays where it is. */
function showPart(id: string): void {
  const part = document.getElementById(id);
  const page = part?.closest('.overflow-y-auto');
  if (!part || !page) return;
  page.scrollBy({ top: part.getBoundingClientRect().top - page.getBoundingClientRect().top });
}
