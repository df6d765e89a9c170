'use client';

import { type FormEvent, useId, useState } from 'react';
import { WIDE_FIELD } from '@/components/ui/field';
import { useAddress } from '@/lib/url/use-address';
import { FILTER_LABELS } from './facets/facets';

/** What was said on a call. Half a word was said by nobody, so it filters on Enter or on leaving. */
export function SaidField() {
  const { address, filter } = useAddress();
  const help = useId();
  const current = address.said ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form onSubmit={submit} className="border-t border-line px-4 py-3">
      <label>
        <span className="mb-1 block text-xs font-semibold text-muted">{FILTER_LABELS.said}</span>
        <input
          placeholder="double brokered"
          maxLength={200}
          value={typed ?? current}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={apply}
          aria-describedby={help}
          className={WIDE_FIELD}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
        />
      </label>
      <p id={help} className="mt-1 text-xs text-muted">
        All words, in any order; <q>in quotes</q> as a phrase; <code>agent:</code> or{' '}
        <code>caller:</code> before either.
      </p>
    </form>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  function apply() {
    const said = (typed ?? current).trim();
    if (said !== current) filter({ said: said || null });
    setTyped(null);
  }
}
