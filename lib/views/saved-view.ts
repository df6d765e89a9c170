import { extractedFilterKeys } from '@/lib/call/query/extracted';
import { FILTER_KEYS, keysOf } from '@/lib/call/query/filters';
import {
  type Address,
  type AddressChange,
  addressCodecs,
  addressQuery,
  loadAddress,
} from '@/lib/url/address';
import { addressProblems } from '@/lib/url/address-problems';

/** The pages that have views, and what belongs to a view of each: not the open call, not the place in the list. */
const VIEW_KEYS = {
  calls: [...FILTER_KEYS, 'timezone', 'sort', 'sort_by', 'limit', 'columns'],
  costs: [...FILTER_KEYS, 'timezone', 'interval', 'group_by', 'compare', 'successes', 'measure'],
  outcomes: [
    ...FILTER_KEYS,
    'timezone',
    'tab',
    'interval',
    'group_by',
    'compare',
    'successes',
    'field',
    'statistic',
    'against',
  ],
  conversations: [...FILTER_KEYS, 'timezone', 'interval', 'group_by'],
} as const satisfies Record<string, readonly (keyof Address)[]>;

export type ViewPage = keyof typeof VIEW_KEYS;
export const VIEW_PAGES = keysOf(VIEW_KEYS);

/** A page as somebody named it, to come back to. */
export type SavedView = {
  id: string;
  name: string;
  page: ViewPage;
  /** The query string of its address; a relative range in it stays relative. */
  query: string;
};

/** The page of a path, where that has views. */
export function viewPageOf(path: string): ViewPage | null {
  return VIEW_PAGES.find((page) => path === `/${page}`) ?? null;
}

/** What a view of this page keeps of an address. */
export function viewQuery(page: ViewPage, address: Address): string {
  return addressQuery(kept(page, address));
}

/** Whether the page no longer shows what the view says. The order of a filter's values says nothing. */
export function isModified({ page, query }: SavedView, address: Address): boolean {
  const before = loadAddress(new URLSearchParams(query));
  return (
    addressQuery(unordered(kept(page, before))) !== addressQuery(unordered(kept(page, address)))
  );
}

function kept(page: ViewPage, address: Address): AddressChange {
  const view: AddressChange = {};
  for (const key of [...VIEW_KEYS[page], ...extractedFilterKeys(address)])
    Object.assign(view, { [key]: address[key] });
  return view;
}

function unordered(change: AddressChange): AddressChange {
  const sorted = Object.entries(change).map(([key, value]) =>
    Array.isArray(value) && key !== 'columns' ? [key, value.map(String).sort()] : [key, value],
  );
  return Object.assign({}, change, Object.fromEntries(sorted));
}

/** The address that a view opens, all of it. What a view of its page does not know is taken from `here`. */
export function openedAddress({ id, page, query }: SavedView, here: Address): AddressChange {
  const keys = [...keysOf(addressCodecs), ...extractedFilterKeys(here)];
  const nothing = Object.fromEntries(keys.map((key) => [key, null]));
  const columns = page === 'calls' ? {} : { columns: here.columns };
  return {
    ...nothing,
    ...kept(page, loadAddress(new URLSearchParams(query))),
    ...columns,
    view: id,
  };
}

/** The link to a view. What this version does not understand of it stays in the link, for the page to tell. */
export function viewHref(view: SavedView, here: Address): string {
  const params = new URLSearchParams(addressQuery(openedAddress(view, here)));
  for (const { field } of viewProblems(view)) {
    const written = new URLSearchParams(view.query).get(field);
    if (written !== null && !params.has(field)) params.set(field, written);
  }
  return `/${view.page}?${params}`;
}

/** The parts of a view that this version does not understand. */
export function viewProblems({ query }: SavedView) {
  return addressProblems(new URLSearchParams(query));
}

export const MAX_NAME_LENGTH = 200;

/** A name as it is kept: what people type around it is not part of it. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What is wrong with a name for a view, if anything; `self` is the view that is renamed. */
export function nameProblem(
  name: string,
  views: readonly SavedView[],
  self?: SavedView,
): string | undefined {
  const tidy = tidyName(name);
  if (tidy.replace(/\p{Cf}/gu, '').trim() === '') return 'A view needs a name.';
  if (tidy.length > MAX_NAME_LENGTH)
    return `A name has at most ${MAX_NAME_LENGTH} characters; this one has ${tidy.length}.`;
  const same = (view: SavedView) => view.id !== self?.id && folded(view.name) === folded(tidy);
  return views.some(same)
    ? 'There is a view of this name already. Choose another name, or update that view.'
    : undefined;
}

function folded(name: string): string {
  return tidyName(name).toLowerCase();
}

/** An id that no other view has. `randomUUID` is missing where a page comes over plain HTTP. */
export function newViewId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
