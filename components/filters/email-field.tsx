'use client';

import { type FormEvent, useState } from 'react';
import { WIDE_FIELD } from '@/components/ui/field';
import { useAddress } from '@/lib/url/use-address';
import { FILTER_LABELS } from './facets/facets';

/** The person a call was transferred to. Half an address matches nobody, so it filters on Enter or on leaving. */
export function EmailField() {
  const { address, filter } = useAddress();
  const current = address.transfer_contact_email ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form onSubmit={submit} className="border-t border-line px-4 py-3">
      <label>
        <span className="mb-1 block text-xs font-semibold text-muted">
          {FILTER_LABELS.transfer_contact_email}
        </span>
        <input
          inputMode="email"
          placeholder="name@company.com"
          maxLength={320}
          value={typed ?? current}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={apply}
          className={WIDE_FIELD}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </label>
    </form>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  function apply() {
    const email = (typed ?? current).trim();
    if (email !== current) filter({ transfer_contact_email: email || null });
    setTyped(null);
  }
}
