import { createLoader, createParser, createSerializer, type inferParserType } from 'nuqs/server';
import { isCallId } from '@/lib/call/call-id';
import { type Codec, choice, text } from '@/lib/call/codec';
import {
  type CallsQuery,
  DEFAULT_LIMIT,
  isRelativeRange,
  PARAMETER_KEYS,
  parameterCodecs,
} from '@/lib/call/filters';
import { dropRangeConflict, type ParameterProblem, parseCallsQuery } from '@/lib/call/query';
import { columnsCodec, columnsProblem, DEFAULT_COLUMNS, encodeColumns } from './columns';

export const DRAWER_TABS = ['overview', 'notes', 'costs', 'raw'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];

/** A parser of the address from a codec of the vocabulary: what does not parse is absent. */
function parser<T>({ decode, encode }: Codec<T>) {
  return createParser<T & {}>({
    parse: (text) => {
      const decoded = decode(text);
      return 'value' in decoded ? (decoded.value ?? null) : null;
    },
    serialize: encode,
    eq: (a, b) => encode(a) === encode(b),
  });
}

/** Everything the address of the calls page can hold: the filter vocabulary and what only the page knows. */
export const addressParsers = {
  type: parser(parameterCodecs.type),
  statuses: parser(parameterCodecs.statuses),
  tags: parser(parameterCodecs.tags),
  models: parser(parameterCodecs.models),
  ratings: parser(parameterCodecs.ratings),
  use_cases: parser(parameterCodecs.use_cases),
  campaigns: parser(parameterCodecs.campaigns),
  from: parser(parameterCodecs.from),
  to: parser(parameterCodecs.to),
  search: parser(parameterCodecs.search),
  transfer_contact_email: parser(parameterCodecs.transfer_contact_email),
  sort: parser(parameterCodecs.sort).withDefault('desc'),
  timezone: parser(parameterCodecs.timezone),
  limit: parser(parameterCodecs.limit).withDefault(DEFAULT_LIMIT),
  offset: parser(parameterCodecs.offset).withDefault(0),
  call: parser(text((id) => (isCallId(id) ? undefined : 'is not a call id'))),
  tab: parser(choice(DRAWER_TABS)).withDefault('overview'),
  columns: parser(columnsCodec).withDefault([...DEFAULT_COLUMNS]),
} satisfies Record<keyof typeof parameterCodecs | 'call' | 'tab' | 'columns', unknown>;

const PAGE_KEYS = ['call', 'tab', 'columns'] as const;

export type Address = inferParserType<typeof addressParsers>;
/** A change of the address: null takes a parameter out, what is absent stays. */
export type AddressChange = { [K in keyof Address]?: Address[K] | null };

export const loadAddress = createLoader(addressParsers);
/** The query string for an address, `?…` or empty; defaults are left out. */
export const addressQuery = createSerializer(addressParsers);

/** The query string that a visit to the bare page starts with: what the person chose to see it like. */
export function rememberedQuery({
  columns,
  timezone,
}: {
  columns: string;
  timezone: string;
}): string {
  return addressQuery({
    columns: addressParsers.columns.parse(columns || encodeColumns(DEFAULT_COLUMNS)),
    timezone: addressParsers.timezone.parse(timezone),
  });
}

/** The parameters of an address that were not understood, to be told to the person. */
export function addressProblems(params: Iterable<[string, string]>): ParameterProblem[] {
  // On the server Next loses a parameter of this name, and a notice must be the same on both sides.
  const all = [...params].filter(([field]) => field !== '__proto__');
  const broken = all.flatMap(([field, text]) => {
    const message = pageProblem(field, text);
    return message ? [{ field, message }] : [];
  });
  return [...parseCallsQuery(all, PAGE_KEYS).problems, ...broken];
}

function pageProblem(field: string, text: string): string | undefined {
  if (field === 'columns') return columnsProblem(text);
  if (field === 'call' && addressParsers.call.parse(text) === null) return 'is not a call id';
  if (field === 'tab' && addressParsers.tab.parse(text) === null)
    return `must be one of ${DRAWER_TABS.join(', ')}`;
  return undefined;
}

/**
 * The query that an address asks of `GET /api/calls`. `localZone` is the zone of the person who looks: it
 * matters only where a calendar range (`today`, `last-week` …) depends on it and the address names none.
 */
export function callsQueryOf(address: Address, localZone: string): CallsQuery {
  const query: CallsQuery = {};
  for (const key of PARAMETER_KEYS)
    Object.assign(query, address[key] === null ? {} : { [key]: address[key] });
  delete query.timezone;
  const usable = dropRangeConflict(query);
  return isCalendarRange(usable.from)
    ? { ...usable, timezone: address.timezone ?? localZone }
    : usable;
}

/** Whether a range begins at a local midnight; `-7d` and the like are the same instant in every zone. */
function isCalendarRange(from: string | undefined): boolean {
  return isRelativeRange(from) && !from.startsWith('-');
}
