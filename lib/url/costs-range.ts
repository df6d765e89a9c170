import { ALL_TIME } from '@/lib/call/query/ranges';
import type { Address } from './address';

type Range = Pick<Address, 'from' | 'to'>;

/** The pages of figures, which have a range of their own. */
const FIGURE_PAGES = ['/costs', '/conversations', '/outcomes'];

export function isFigurePage(page: string): boolean {
  return FIGURE_PAGES.includes(page);
}

/** What they show where their address names no range. */
const COSTS_RANGE = '-28d';

/** A range of a page of figures as lists understand it: there no range means all time. */
export function costsRange<T extends Range>(address: T): T {
  if (address.from === ALL_TIME) return { ...address, from: null };
  return address.from === null && address.to === null ? { ...address, from: COSTS_RANGE } : address;
}

/** The range that a page shows, by the word for it where there is one. */
export function shownRange({ from, to }: Range, page: string): Range {
  if (from !== null || to !== null) return { from, to };
  return { from: isFigurePage(page) ? COSTS_RANGE : ALL_TIME, to };
}
