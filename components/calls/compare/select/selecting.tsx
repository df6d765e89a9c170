'use client';

import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import { plural } from '@/lib/format/number';
import { comparedCalls, MOST_COMPARED } from '@/lib/url/comparison';
import { useAddress } from '@/lib/url/use-address';
import { clearSelection, toggleSelected, useSelection } from './selection';

const CompareView = lazily(() => import('@/components/calls/compare/compare-view'));

/** What is selected and what can be done with it, its keys, and the comparison once it is asked for. */
export default function Selecting() {
  const { address, choose } = useAddress();
  const selection = useSelection();
  const compared = comparedCalls(address.compare);
  const compare = () => {
    if (selection.length >= 2) choose({ compare: [...selection] });
  };
  useShortcuts({
    c: compare,
    x: () => {
      const id = focusedCall() ?? address.call;
      if (id) toggleSelected(id);
    },
  });
  return (
    <>
      {selection.length > 0 && <Bar count={selection.length} onCompare={compare} />}
      {compared && (
        <Lazily>
          <CompareView ids={compared} />
        </Lazily>
      )}
    </>
  );
}

/** In the toolbar where that has room, else over the foot of the list. */
function Bar({ count, onCompare }: { count: number; onCompare: () => void }) {
  const few = count < 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form
    <div
      role="group"
      aria-label="Selected calls"
      className="flex shrink-0 items-center gap-2 text-sm @max-4xl:absolute @max-4xl:bottom-14 @max-4xl:left-1/2 @max-4xl:z-20 @max-4xl:-translate-x-1/2 @max-4xl:rounded-lg @max-4xl:border @max-4xl:border-line-strong @max-4xl:bg-raised @max-4xl:p-2 @max-4xl:pl-3 @max-4xl:shadow-lg"
    >
      <p role="status" className="whitespace-nowrap">
        {plural(count, 'call')} selected{count >= MOST_COMPARED && ', no more fit'}
      </p>
      <Button
        kind="accent"
        size="small"
        aria-disabled={few}
        title={few ? 'Select at least two calls' : 'Compare (c)'}
        onClick={onCompare}
      >
        Compare
      </Button>
      <Button size="small" onClick={clear}>
        Clear
      </Button>
    </div>
  );

  /** The button goes with what it cleared: the keyboard goes on from the list. */
  function clear() {
    clearSelection();
    document.querySelector<HTMLElement>('tr[data-call] a[tabindex="0"]')?.focus();
  }
}

/** The call whose row the keyboard is in. */
function focusedCall(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('tr[data-call]')?.dataset.call;
}
