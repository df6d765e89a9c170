'use client';

import { PopoverButton } from '@/components/ui/popover-button';
import type { Account, Role } from '@/lib/auth/roles';
import { firstLetter } from '@/lib/call/values/shorten';
import { AccountPanel } from './account-panel';

type AccountButtonProps = { account: Account; role: Role };

/** Who is signed in; pressed, it tells more and signs out. */
export function AccountButton({ account, role }: AccountButtonProps) {
  const label = `Signed in as ${account.email}, ${role}`;
  return (
    <PopoverButton
      label="Account"
      aria-label={label}
      title={label}
      className="inline-flex size-8 items-center justify-center rounded-md hover:bg-hover aria-expanded:bg-hover"
      popover={() => <AccountPanel account={account} role={role} />}
    >
      <span
        aria-hidden
        className="flex size-5 items-center justify-center rounded-full bg-selected text-2xs font-semibold text-accent uppercase"
      >
        {firstLetter(account.name)}
      </span>
    </PopoverButton>
  );
}
