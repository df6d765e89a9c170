'use client';

import { usePathname } from 'next/navigation';
import { type MouseEvent, useId, useState } from 'react';
import { copyText } from '@/components/calls/drawer/overview/copy-text';
import { serverNow } from '@/components/shell/context/server-clock';
import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { isRelativeRange } from '@/lib/call/query/ranges';
import { describeRange } from '@/lib/format/range';
import { type Address, type AddressChange, addressQuery } from '@/lib/url/address';
import { shownRange } from '@/lib/url/costs-range';
import { frozenAddress, isLive } from '@/lib/url/frozen';
import { useAddress } from '@/lib/url/use-address';

/** The link to this page, for somebody else: one that goes along with time, and one that stands still. */
export function CopyLinks() {
  const { address: written } = useAddress();
  const { zone, now: tick } = useTime();
  const [opened] = useState(() => serverNow());
  const now = Math.max(tick, opened);
  const path = usePathname();
  const address = { ...written, ...shownRange(written, path) };
  const [told, setTold] = useState('');
  const id = useId();
  const frozen = frozenAddress(address, zone, new Date(now));
  return (
    <section aria-labelledby={id} className="border-t border-line p-3">
      <h3 id={id} className="text-xs font-semibold text-muted">
        Link to this page
      </h3>
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2">
        <dt>
          <Button size="small" className="w-full" onClick={(event) => copy(event, 'live')}>
            Copy live link
          </Button>
        </dt>
        <dd className="text-xs text-muted">{liveWords(address, zone, now)}</dd>
        <dt>
          <Button size="small" className="w-full" onClick={(event) => copy(event, 'frozen')}>
            Copy frozen link
          </Button>
        </dt>
        <dd className="text-xs text-muted">
          {describeRange(frozen, zone, now)}, by the clocks of {zone}
        </dd>
      </dl>
      <p role="status" className="mt-1 min-h-4 text-xs font-medium">
        {told}
      </p>
    </section>
  );

  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>, kind: 'live' | 'frozen') {
    const shown = kind === 'live' ? written : frozenAddress(address, zone, new Date(serverNow()));
    const copied = await copyText(linkTo(path, shown), currentTarget);
    if (!copied) setTold('Not copied: the browser does not allow it.');
    else setTold(kind === 'live' ? 'Live link copied.' : 'Frozen link copied, as of now.');
  }
}

/** Views are known in this browser only, so the link does without their ids. */
function linkTo(path: string, address: AddressChange): string {
  return `${window.location.origin}${path}${addressQuery({ ...address, view: null })}`;
}

function liveWords(address: Address, zone: string, now: number): string {
  const range = describeRange(address, zone, now);
  if (!isLive(address, now)) return `${range}: these dates are fixed already`;
  const live = isRelativeRange(address.from)
    ? 'counted anew whenever it is opened'
    : 'with the calls still to come';
  return `${range}, ${live}, by the clocks of ${address.timezone ?? 'whoever opens it'}`;
}
