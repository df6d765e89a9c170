/** What a parameter can be; integers are bound as such, so that columns need no conversion. */
export type SqlValue = string | number | boolean | null;

/** Text with `$1`, `$2` … and the values to bind: nothing from outside is ever part of the text. */
export type Sql = { readonly parts: readonly string[]; readonly values: readonly SqlValue[] };

/** Marks a {@link Sql} among the values of a template. */
function isSql(value: Sql | SqlValue): value is Sql {
  return typeof value === 'object' && value !== null;
}

/** SQL as a tagged template: values become parameters, other SQL is put in as it is. */
export function sql(texts: TemplateStringsArray, ...holes: readonly (Sql | SqlValue)[]): Sql {
  return spliced(texts[0] ?? '', holes, (index) => texts[index + 1] ?? '');
}

/** One pass over all of it: lists have hundreds of pieces. */
function spliced(
  start: string,
  holes: readonly (Sql | SqlValue)[],
  textAfter: (index: number) => string,
): Sql {
  const parts: string[] = [start];
  const values: SqlValue[] = [];
  holes.forEach((hole, index) => {
    const after = textAfter(index);
    if (!isSql(hole)) {
      values.push(hole);
      parts.push(after);
      return;
    }
    const [first = '', ...rest] = hole.parts;
    parts[parts.length - 1] += first;
    parts.push(...rest);
    parts[parts.length - 1] += after;
    values.push(...hole.values);
  });
  return { parts, values };
}

/** A name or a piece of SQL of our own; never anything from outside. */
export function raw(text: string): Sql {
  return { parts: [text], values: [] };
}

/** Pieces with a separator between them. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return spliced('', pieces, (index) => (index < pieces.length - 1 ? separator : ''));
}

/** All conditions together; none is always true. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : sql`(${join(conditions, ' AND ')})`;
}

/** Values as a list of parameters, for `IN (…)`. */
export function listed(values: readonly SqlValue[]): Sql {
  return spliced('', values, (index) => (index < values.length - 1 ? ', ' : ''));
}

/** Many ids as one parameter: thousands of parameters take longer to read than their rows. Ids hold no commas. */
export function amongIds(ids: readonly string[]): Sql {
  return sql`IN (SELECT unnest(string_to_array(${ids.join(',')}, ',')))`;
}

/** Beyond so many the engine is faster with a table of them; below, each such table costs it memory. */
const FEW = 100;

/** Whether a column has one of the numbers, which may be thousands. */
export function amongNumbers(column: string, numbers: readonly number[]): Sql {
  if (numbers.length === 0) return raw('false');
  if (numbers.length <= FEW) return sql`(${raw(column)} IN (${listed(numbers)}))`;
  return sql`(${raw(column)} IN (SELECT CAST(unnest(string_to_array(${numbers.join(',')}, ',')) AS INTEGER)))`;
}

/** The text for the engine, its parameters numbered from `$1`. */
export function textOf({ parts }: Sql): string {
  return parts.map((part, index) => (index === 0 ? part : `$${index}${part}`)).join('');
}
