import type { Call } from '@/lib/call/call';

/** One value a call has, or several, as codes into `values`. */
type Column = { values: string[]; codes: number[]; of: (call: Call) => readonly string[] };

/** Where each call's codes begin in a column, and the codes. */
type Packed = { starts: Uint32Array; codes: Uint16Array; values: number };

const NONE = '(none)';

const FACETS: Record<string, (call: Call) => readonly (string | null | undefined)[]> = {
  type: (call) => [call.type],
  statuses: (call) => [call.status],
  tags: (call) => call.metadata?.tags ?? [],
  models: (call) => [call.use_case?.model],
  ratings: (call) => [...new Set(call.ratings?.map(({ emoji }) => emoji))],
  use_cases: (call) => [call.use_case?.id],
  campaigns: (call) => [call.campaign_id],
  agents: (call) => [call.agent?.id],
  languages: (call) => [call.language],
  providers: (call) => [call.provider],
  classifications: (call) => [call.classification?.tag],
};

/**
 * The floor that the index is held to: typed arrays of the same calls, and one thread that walks them once, counting
 * each facet with all conditions but its own.
 */
export function createScan() {
  const columns = Object.entries(FACETS).map(([name, of]) => ({ name, ...newColumn(of) }));
  const starts = columns.map((): number[] => []);
  let packed: Packed[] | undefined;
  const packedColumns = () => {
    packed ??= columns.map((column, index) => pack(column, starts[index] ?? []));
    return packed;
  };
  return {
    add(call: Call): void {
      for (const [index, column] of columns.entries()) {
        starts[index]?.push(column.codes.length);
        for (const value of column.of(call)) column.codes.push(codeOf(column.values, value));
      }
    },
    /** Nothing is added from then on. */
    pack(): void {
      packedColumns();
    },
    /** `chosen` names the only value of a facet that matches. */
    facets(chosen: Readonly<Record<string, string>> = {}): Record<string, Record<string, number>> {
      const wanted = columns.map(({ name, values }) =>
        chosen[name] === undefined ? -1 : values.indexOf(chosen[name]),
      );
      const counts = count(packedColumns(), wanted);
      return Object.fromEntries(
        columns.map(({ name, values }, index) => [
          name,
          Object.fromEntries(values.map((value, code) => [value, counts[index]?.[code] ?? 0])),
        ]),
      );
    },
  };
}

function newColumn(of: (call: Call) => readonly (string | null | undefined)[]): Column {
  return {
    values: [],
    codes: [],
    of: (call) => {
      const values = of(call).map((value) => value ?? NONE);
      return values.length === 0 ? [NONE] : values;
    },
  };
}

function codeOf(values: string[], value: string): number {
  const known = values.indexOf(value);
  return known >= 0 ? known : values.push(value) - 1;
}

/** What was packed is let go of. */
function pack({ codes, values }: Column, starts: number[]): Packed {
  const packed = {
    starts: Uint32Array.from([...starts, codes.length]),
    codes: Uint16Array.from(codes),
    values: values.length,
  };
  starts.length = 0;
  codes.length = 0;
  return packed;
}

function count(columns: Packed[], wanted: number[]): Uint32Array[] {
  const counts = columns.map(({ values }) => new Uint32Array(values));
  const calls = (columns[0]?.starts.length ?? 1) - 1;
  for (let call = 0; call < calls; call += 1) {
    const missed = missedBy(columns, wanted, call);
    if (missed === SEVERAL) continue;
    for (let index = 0; index < columns.length; index += 1) {
      if (missed !== NOBODY && missed !== index) continue;
      const column = columns[index];
      const counted = counts[index];
      if (!column || !counted) continue;
      const end = column.starts[call + 1] ?? 0;
      for (let at = column.starts[call] ?? 0; at < end; at += 1) {
        const code = column.codes[at] ?? 0;
        counted[code] = (counted[code] ?? 0) + 1;
      }
    }
  }
  return counts;
}

const NOBODY = -1;
const SEVERAL = -2;

/** The one condition that a call does not fulfil. */
function missedBy(columns: Packed[], wanted: number[], call: number): number {
  let missed = NOBODY;
  for (let index = 0; index < wanted.length; index += 1) {
    const code = wanted[index] ?? -1;
    if (code < 0 || has(columns[index], call, code)) continue;
    if (missed !== NOBODY) return SEVERAL;
    missed = index;
  }
  return missed;
}

function has(column: Packed | undefined, call: number, code: number): boolean {
  if (!column) return false;
  const end = column.starts[call + 1] ?? 0;
  for (let at = column.starts[call] ?? 0; at < end; at += 1)
    if (column.codes[at] === code) return true;
  return false;
}
