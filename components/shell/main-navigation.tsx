'use client';

import clsx from 'clsx';
import { ChartColumn, MessagesSquare, PhoneCall, Target } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { ALL_TIME } from '@/lib/call/query/ranges';
import { type Address, addressQuery, loadAddress, sharedAddress } from '@/lib/url/address';
import { wayBack } from '@/lib/url/last-list';

export const PAGES = [
  { path: '/calls', label: 'Calls', icon: PhoneCall },
  { path: '/costs', label: 'Costs', icon: ChartColumn },
  { path: '/conversations', label: 'Conversations', icon: MessagesSquare },
  { path: '/outcomes', label: 'Outcomes', icon: Target },
] as const;

/** The pages; the filters go along from one to the other. */
export function MainNavigation() {
  const path = usePathname();
  const address = loadAddress(useSearchParams());
  return (
    <nav aria-label="Main" className="flex gap-0.5 md:mt-1 md:flex-col">
      {PAGES.map(({ path: to, label, icon: Icon }) => (
        <Link
          key={to}
          href={pageHref(to, address)}
          prefetch={false}
          aria-current={path === to ? 'page' : undefined}
          title={label}
          className={clsx(
            'flex h-9 items-center gap-2 rounded-md px-2.5 text-sm font-medium',
            path === to ? 'bg-selected text-accent' : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only sm:max-md:not-sr-only">{label}</span>
        </Link>
      ))}
    </nav>
  );
}

/** The way to a page, with the filters that are in force; back to the list as it was left where they are the same. */
export function pageHref(path: string, address: Address): string {
  const back = path === '/calls' ? wayBack(address, carriedToCosts) : null;
  return `${path}${back ?? addressQuery(sharedAddress(rangeOf(path, address)))}`;
}

/** What costs were opened with, of a list or of what is looked at there. */
function carriedToCosts(address: Address): string {
  return addressQuery({ ...sharedAddress(rangeOf('/calls', address)), columns: null });
}

/** A page has a range of its own where none is chosen: what is meant on both is not written for either. */
function rangeOf(path: string, address: Address): Address {
  return path === '/calls' && address.from === ALL_TIME ? { ...address, from: null } : address;
}
