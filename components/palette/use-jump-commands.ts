'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Phone, PhoneCall, Search } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { noFilters } from '@/components/filters/active/active-filters';
import { useMay } from '@/components/shell/context/use-may';
import { callsQueryOptions } from '@/lib/api/calls';
import type { CallsResponse } from '@/lib/call/answers/responses';
import { phoneSearch } from '@/lib/call/values/phone';
import { plural } from '@/lib/format/number';
import { formatPhone } from '@/lib/format/phone';
import { type AddressChange, addressQuery, sharedAddress } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import type { Command } from './commands';

const CALL_ID = /^[0-9a-f]{24}$/i;

export type JumpCommands = {
  /** What the text names: a call, a telephone number. */
  named: Command[];
  /** The list searched for the text. */
  search: Command[];
};

/** Where typed text leads by itself. */
export function useJumpCommands(typed: string): JumpCommands {
  const text = typed.trim();
  const toCalls = useToCalls();
  const phone = usePhoneCommand(useMay('phone_numbers') ? phoneSearch(text) : null, toCalls);
  const id = text.toLowerCase();
  const call: Command = {
    id: 'call',
    icon: PhoneCall,
    kind: 'Open call',
    label: id,
    run: () => toCalls({ call: id, tab: null }),
  };
  const search: Command = {
    id: 'search',
    icon: Search,
    kind: 'Search calls for',
    label: text,
    run: () => toCalls({ search: text, offset: null }),
  };
  return {
    named: CALL_ID.test(text) ? [call] : phone,
    search: text === '' ? [] : [search],
  };
}

type ToCalls = (change: AddressChange) => void;

/** Leads to the list of calls, with the filters in force but for the change. */
function useToCalls(): ToCalls {
  const onCalls = usePathname() === '/calls';
  const router = useRouter();
  const { address, choose } = useAddress();
  return (change) => {
    if (onCalls) choose(change);
    else router.push(`/calls${addressQuery({ ...sharedAddress(address), ...change })}`);
  };
}

/**
 * All calls of a number, whatever is filtered now: it is a jump. Where there is exactly one, that one opens.
 */
function usePhoneCommand(number: string | null, toCalls: ToCalls): Command[] {
  const { address } = useAddress();
  const client = useQueryClient();
  const resting = useResting(number);
  const { data, isPlaceholderData } = useQuery({
    ...callsQueryOptions(callsOf(resting ?? '')),
    enabled: resting !== null,
  });
  if (number === null) return [];
  const found = resting === number && !isPlaceholderData ? data : undefined;
  return [
    {
      id: 'phone',
      icon: Phone,
      kind: 'Calls with',
      label: formatPhone(number),
      detail: found && (onlyCall(found) ? '1 call, opens it' : plural(found.count, 'call')),
      run: async () => {
        // The list itself tells what went wrong, if it does again.
        const answer = await client
          .fetchQuery(callsQueryOptions(callsOf(number)))
          .catch(() => undefined);
        const call = answer && onlyCall(answer);
        return () =>
          toCalls({ ...noFilters(address), ...NOWHERE, search: number, call: call ?? null });
      },
    },
  ];
}

const NOWHERE: AddressChange = { view: null, tab: null, offset: null };

function callsOf(number: string) {
  return { search: number, limit: 1 };
}

function onlyCall({ count, calls }: CallsResponse): string | undefined {
  return count === 1 ? calls[0]?.id : undefined;
}

const REST_MS = 250;

/** A value once it has stayed the same for a moment, so that not every key asks a question. */
function useResting<T>(value: T): T | null {
  const [resting, setResting] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return resting;
}
