import { isCallId, isTurnId } from '@/lib/call/call-id';
import { STEP_KINDS } from '@/lib/call/costs/step-kinds';
import { successesCodec } from '@/lib/call/costs/success-definitions';
import {
  type ExtractedFilterKey,
  type ExtractedValue,
  extractedFilterKeys,
} from '@/lib/call/query/extracted';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import {
  type CallsQuery,
  DEFAULT_LIMIT,
  keysOf,
  PARAMETER_KEYS,
  parameterCodecs,
} from '@/lib/call/query/filters';
import { decodeExtracted, dropRangeConflict, encodeExtracted } from '@/lib/call/query/query';
import { ALL_TIME, isRelativeRange } from '@/lib/call/query/ranges';
import { measureCodec } from '@/lib/call/query/routes/breakdown-query';
import { costsCodecs } from '@/lib/call/query/routes/costs-query';
import { fieldCodec, STATISTICS } from '@/lib/call/query/routes/field-query';
import { type Codec, choice, text, type Value } from '@/lib/call/values/codec';
import { columnsCodec, DEFAULT_COLUMNS, showsMeasures } from './columns';
import { comparisonCodec } from './comparison';
import { momentCodec } from './moment';

export const DRAWER_TABS = ['overview', 'transcript', 'notes', 'costs', 'raw'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];
/** The page of outcomes has one beside its first. */
const FIELDS_TAB = 'fields';

/** The tab of the open call; a tab of another page is none. */
export function drawerTabOf({ tab }: Pick<Address, 'tab'>): DrawerTab {
  return DRAWER_TABS.find((each) => each === tab) ?? 'overview';
}

/** Whether the page of outcomes shows how fields are filled. */
export function showsFields({ tab }: Pick<Address, 'tab'>): boolean {
  return tab === FIELDS_TAB;
}

/** What only pages know; no condition on calls. */
export const pageCodecs = {
  call: text((id) => (isCallId(id) ? undefined : 'is not a call id')),
  tab: choice([...DRAWER_TABS, FIELDS_TAB]),
  turn: text((id) => (isTurnId(id) ? undefined : 'is not the id of a turn')),
  /** The second of the open call's recording at which it is to be heard. */
  t: momentCodec,
  /** The saved view that was opened; whether the page still shows it is another question. */
  view: text((id) => (isCallId(id) ? undefined : 'is not the id of a view')),
  columns: columnsCodec,
  interval: costsCodecs.interval,
  group_by: costsCodecs.group_by,
  compare: comparisonCodec,
  successes: successesCodec,
  /** What the groups are drawn by over time. */
  measure: measureCodec,
  /** The step of the change whose groups are shown. */
  step: choice([...STEP_KINDS, 'small']),
  /** The column that the table of groups is sorted by, with `-` before it from the largest to the smallest. */
  group_sort: text((sort) =>
    /^-?(name|calls|minutes|total|before|change|change_share|share|per_call|per_minute|nobody_reached|per_success_[1-8]|p50|p95)$/.test(
      sort,
    )
      ? undefined
      : 'is not a column of the table',
  ),
  /** What the hours of the week are coloured by. */
  heat: choice(['cost', 'calls']),
  /** Whether they count each time that they come round, or all times together. */
  heat_by: choice(['occurrence', 'sum']),
  /** The key whose numbers are added up, and what is shown of them. */
  field: fieldCodec,
  statistic: choice(STATISTICS),
  /** The key that its numbers are drawn against. */
  against: fieldCodec,
} as const;

/** Everything an address of a page can hold but for the filters on extracted values: the vocabulary and what only pages know. */
export const addressCodecs = { ...parameterCodecs, ...pageCodecs } as const;
type DeclaredKey = keyof typeof addressCodecs;
export const PAGE_KEYS = keysOf(pageCodecs);
const ADDRESS_KEYS = keysOf(addressCodecs);

/** What a parameter means that is not there; the others are null then. */
export const ADDRESS_DEFAULTS = {
  sort: 'desc',
  sort_by: 'created',
  limit: DEFAULT_LIMIT,
  offset: 0,
  tab: 'overview',
  columns: [...DEFAULT_COLUMNS],
} satisfies Partial<{ [K in keyof typeof addressCodecs]: Value<(typeof addressCodecs)[K]> }>;

type AddressValue<K extends DeclaredKey> =
  | Value<(typeof addressCodecs)[K]>
  | (K extends keyof typeof ADDRESS_DEFAULTS ? never : null);
/** The filters on extracted values that are in force; others are null or not there. */
export type ExtractedAddress = { [K in ExtractedFilterKey]?: ExtractedValue | null };
export type Address = { [K in DeclaredKey]: AddressValue<K> } & ExtractedAddress;
/** A change of the address: null takes a parameter out, what is absent stays. */
export type AddressChange = { [K in keyof Address]?: Address[K] | null };

/**
 * A turn belongs to one call and one tab, a moment to one call: a change that goes to another of either leaves them
 * behind.
 */
export function withoutOldPlace(change: AddressChange): AddressChange {
  const leavesCall = 'call' in change;
  return {
    ...((leavesCall || 'tab' in change) && { turn: null }),
    ...(leavesCall && { t: null }),
    ...change,
  };
}

type Params = { get(name: string): string | null; keys(): Iterable<string> };
type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what does not parse is as if it were not there. */
export function loadAddress(params: Params | PageParams): Address {
  const text = (key: string) => {
    if (isParams(params)) return params.get(key);
    const given = Object.hasOwn(params, key) ? params[key] : undefined;
    return (Array.isArray(given) ? given[0] : given) ?? null;
  };
  const names = isParams(params) ? params.keys() : Object.keys(params);
  const extracted = [...new Set(names)].flatMap((name) => {
    const outcome = decodeExtracted(name, text(name) ?? '');
    return 'value' in outcome ? [[name, outcome.value] as const] : [];
  });
  return asAddress([
    ...ADDRESS_KEYS.map((key) => [key, decoded(key, text(key))] as const),
    ...extracted,
  ]);
}

function isParams(params: Params | PageParams): params is Params {
  return typeof params.get === 'function';
}

function decoded(key: DeclaredKey, written: string | null): unknown {
  const outcome = written === null ? undefined : addressCodecs[key].decode(written);
  if (outcome && 'value' in outcome) return outcome.value;
  return key in ADDRESS_DEFAULTS ? ADDRESS_DEFAULTS[key as keyof typeof ADDRESS_DEFAULTS] : null;
}

/** Guarantee: every declared key is there, with a value of its own codec, its default or null; so is the family's. */
function asAddress(entries: (readonly [string, unknown])[]): Address {
  return Object.fromEntries(entries) as Address;
}

/** The query string for an address, `?…` or empty; defaults are left out. */
export function addressQuery(address: AddressChange): string {
  const params = new URLSearchParams();
  for (const key of ADDRESS_KEYS) {
    const written = encoded(key, address);
    if (written !== null) params.set(key, written);
  }
  for (const name of extractedFilterKeys(address))
    params.set(name, encodeExtracted(name, address[name]) ?? '');
  // What may stand in a query unescaped stays legible.
  const query = params.toString().replace(/%(2C|3A|2F|40)/g, decodeURIComponent);
  return query === '' ? '' : `?${query}`;
}

function encoded(key: DeclaredKey, address: AddressChange): string | null {
  const value = address[key];
  if (value === undefined || value === null) return null;
  const { encode } = codecOf(key);
  const usual =
    key in ADDRESS_DEFAULTS ? ADDRESS_DEFAULTS[key as keyof typeof ADDRESS_DEFAULTS] : undefined;
  const written = encode(value);
  return usual !== undefined && encode(usual) === written ? null : written;
}

/** The address that a change makes of one. */
export function changedAddress(address: Address, change: AddressChange): Address {
  const next: AddressChange = { ...address, ...change };
  return asAddress([
    ...ADDRESS_KEYS.map((key) => [key, next[key] ?? decoded(key, null)] as const),
    ...extractedFilterKeys(next).map((name) => [name, next[name]] as const),
  ]);
}

/** What is wrong with a value that is to stand in an address: it could not be read out of it again. */
export function problemOfValue(key: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const known = ADDRESS_KEYS.find((each) => each === key);
  const codec = known && codecOf(known);
  const outcome = codec
    ? codec.decode(codec.encode(ofThatKey(value)))
    : decodeExtracted(key, encodeExtracted(key, value) ?? '');
  return 'problem' in outcome ? outcome.problem : undefined;
}

/** Guarantee: changes of an address are typed key by key. */
function ofThatKey(value: NonNullable<unknown>): NonNullable<Address[DeclaredKey]> {
  return value as NonNullable<Address[DeclaredKey]>;
}

/** Guarantee: an address holds under each key the values of that key's own codec. */
function codecOf(key: DeclaredKey): Codec<NonNullable<Address[DeclaredKey]>> {
  return addressCodecs[key] as Codec<NonNullable<Address[DeclaredKey]>>;
}

/** An address without what belongs to one page alone: the filters, and how a person sees calls. */
export function sharedAddress(address: Address): AddressChange {
  const shared: AddressChange = { timezone: address.timezone, columns: address.columns };
  for (const key of filterKeysOf(address)) Object.assign(shared, { [key]: address[key] });
  return shared;
}

/**
 * The query that an address asks of `GET /api/calls`. `localZone` is the zone of the person who looks: it
 * matters only where clocks decide which calls match (`today`, `last-week`, `hours` …) and the address names none.
 */
export function callsQueryOf(address: Address, localZone: string): CallsQuery {
  const query: CallsQuery = {};
  for (const key of [...PARAMETER_KEYS, ...extractedFilterKeys(address)])
    Object.assign(query, address[key] === null ? {} : { [key]: address[key] });
  if (query.sort_by === ADDRESS_DEFAULTS.sort_by) delete query.sort_by;
  if (showsMeasures(address.columns)) query.measures = true;
  delete query.timezone;
  const usable = dropRangeConflict(query);
  return needsClocks(usable) ? { ...usable, timezone: address.timezone ?? localZone } : usable;
}

/** Whether a zone's clocks decide; `-7d` and the like are the same instant in every zone. */
function needsClocks({ from, weekdays, hours }: CallsQuery): boolean {
  const calendar = isRelativeRange(from) && from !== ALL_TIME && !from.startsWith('-');
  return calendar || weekdays !== undefined || hours !== undefined;
}
