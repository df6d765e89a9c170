import { isRelativeRange } from '@/lib/call/query/ranges';
import type { Address, AddressChange } from './address';
import { resolveRange } from './relative-range';

/**
 * An address that shows the same calls whenever and wherever it is opened: its dates are the instants that they mean
 * now, it ends now at the latest, and it names the zone that counted. Calls can still change or go.
 */
export function frozenAddress(address: Address, zone: string, now: Date): AddressChange {
  const { from, to } = resolveRange(
    { from: address.from ?? undefined, to: address.to ?? undefined },
    zone,
    now,
  );
  const end = Math.min(instant(to), now.getTime());
  // A range that has not begun yet ends where it begins, or its end would contradict its beginning.
  const last = from === undefined ? end : Math.max(end, instant(from));
  return {
    ...address,
    timezone: zone,
    from: from ?? null,
    to: new Date(last).toISOString(),
  };
}

function instant(text: string | undefined): number {
  return text === undefined ? Number.POSITIVE_INFINITY : Date.parse(text);
}

/** Whether another day can change which calls an address asks for. */
export function isLive({ from, to }: Pick<Address, 'from' | 'to'>, now: number): boolean {
  return isRelativeRange(from) || instant(to ?? undefined) > now;
}
