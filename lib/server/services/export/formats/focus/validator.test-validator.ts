import { type ColumnRules, FOCUS_RULES, type FocusRow, ONE_PARENT } from './rules.test-rules';

/** What of a file breaks the rules of FOCUS 1.2, each kind once with the record that it was found in. */
export function brokenRules(
  columns: readonly string[],
  rows: readonly FocusRow[],
  providerPrefixes: readonly string[],
): string[] {
  const broken = new Map<string, string>();
  const found = (says: string, row?: FocusRow) => {
    if (!broken.has(says)) broken.set(says, `${says} ${row ? JSON.stringify(row) : ''}`.trim());
  };
  for (const says of columnFaults(columns)) found(says);
  for (const row of rows) {
    for (const says of rowFaults(columns, row)) found(says, row);
    for (const says of tagFaults(row, providerPrefixes)) found(says, row);
  }
  for (const says of parentFaults(rows)) found(says);
  return [...broken.values()];
}

/** Names, and which there must be. */
function columnFaults(columns: readonly string[]): string[] {
  const own = columns.filter((column) => column.startsWith('x_'));
  const standard = columns.filter((column) => !column.startsWith('x_'));
  const missing = Object.entries(FOCUS_RULES)
    .filter(([column, { level }]) => level === 'Mandatory' && !columns.includes(column))
    .map(([column]) => `${column} MUST be present.`);
  const unknown = standard.filter((column) => !(column in FOCUS_RULES));
  const inOrder = [...standard.toSorted(), ...own.toSorted()];
  return [
    ...missing,
    ...unknown.map((column) => `${column} is no column of FOCUS and MUST be prefixed with x_.`),
    ...(columns.join() === inOrder.join() ? [] : ['Columns SHOULD be sorted, custom ones last.']),
    ...(new Set(columns).size === columns.length ? [] : ['A column is there twice.']),
  ];
}

function rowFaults(columns: readonly string[], row: FocusRow): string[] {
  return columns.flatMap((column) => {
    const demanded = FOCUS_RULES[column];
    if (!demanded) return [];
    const broken = (demanded.rules ?? []).filter(
      ({ when, holds }) => (when?.(row) ?? true) && !holds(row),
    );
    return [...valueFaults(column, row[column] ?? '', demanded), ...broken.map(({ says }) => says)];
  });
}

function valueFaults(
  column: string,
  value: string,
  { type, nullable, values }: ColumnRules,
): string[] {
  if (value === '') return nullable ? [] : [`${column} MUST NOT be null.`];
  if (values && !values.includes(value)) return [`${column} MUST be one of the allowed values.`];
  return FORMATS[type](value) ? [] : [`${column} MUST be of type ${type}.`];
}

const FORMATS: Record<ColumnRules['type'], (value: string) => boolean> = {
  String: () => true,
  // No exponent, no plus, no separators, one decimal point.
  Decimal: (value) => /^-?\d+(?:\.\d+)?$/.test(value),
  DateTime: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value)),
  JSON: isKeyValue,
};

/** An object on its own whose values are numbers, texts, yes, no or null. */
function isKeyValue(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false;
    return Object.values(parsed).every((each) => each === null || typeof each !== 'object');
  } catch {
    return false;
  }
}

/** A tag without a value is true; what has a value here was given by the provider. */
function tagFaults({ Tags }: FocusRow, prefixes: readonly string[]): string[] {
  if (!Tags || !isKeyValue(Tags)) return [];
  const isOwn = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
  const parsed: Record<string, unknown> = JSON.parse(Tags);
  return Object.entries(parsed).every(([key, value]) => value === true || isOwn(key))
    ? []
    : ['Provider-defined tags MUST be prefixed.'];
}

function parentFaults(rows: readonly FocusRow[]): string[] {
  return ONE_PARENT.flatMap(([child, parent]) => {
    const parents = new Map<string, string>();
    const isTorn = rows.some((row) => {
      const [id, of] = [row[child] ?? '', row[parent] ?? ''];
      if (id === '') return false;
      const known = parents.get(id) ?? of;
      parents.set(id, known);
      return known !== of;
    });
    return isTorn ? [`${child} MUST have one and only one parent ${parent}.`] : [];
  });
}
