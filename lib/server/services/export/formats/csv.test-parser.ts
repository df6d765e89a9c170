/** Reads RFC 4180 strictly, so that what we write is judged by somebody else's rules and not by our own. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('The last record is not ended.');
  return records;
}

/** The records as objects by the names in the first one. */
export function parseTable(text: string): Record<string, string>[] {
  const [names = [], ...records] = parseCsv(text);
  return records.map((record) => {
    if (record.length !== names.length) throw new Error(`A record has ${record.length} cells.`);
    return Object.fromEntries(record.map((value, index) => [names[index] ?? '', value]));
  });
}

/**
 * Reads a file as a spreadsheet does that splits at something else than commas: quotes count where a cell starts, what
 * follows them belongs to the cell, and every line break outside of them ends a record.
 */
export function splitAt(text: string, separator: string): string[][] {
  const records: string[][] = [[]];
  let [cell, at] = ['', 0];
  const end = () => {
    records.at(-1)?.push(cell);
    cell = '';
  };
  let isStart = true;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (isStart && sign === '"') {
      const quoted = /"((?:[^"]|"")*)(?:"|$)/y;
      quoted.lastIndex = at;
      const [whole = '"', inner = ''] = quoted.exec(text) ?? [];
      cell += inner.replaceAll('""', '"');
      at += whole.length;
      isStart = false;
      continue;
    }
    at += 1;
    isStart = sign === separator || sign === '\n' || sign === '\r';
    if (!isStart) cell += sign;
    else end();
    if (isStart && sign !== separator) records.push([]);
  }
  end();
  return records;
}

const SKIP = String.raw`(?:(?![\t-\r\u0085\u2028\u2029])[\s\p{Cf}\p{Cc}])`;
const SIGN = '[=+\\-@＝＋－＠]';
const FIRST = new RegExp(`^'(?='*(?:[\\t\\r\\n]|${SKIP}*${SIGN}))`, 'u');
const LATER = new RegExp(
  String.raw`(\r\n|[\t-\r\u0085\u2028\u2029;])'(?='*(?:${SKIP}|")*${SIGN})`,
  'gu',
);

/** A text of the `spreadsheet` dialect without the apostrophes that keep it from being a formula. */
export function withFormula(text: string): string {
  return text.replace(FIRST, '').replace(LATER, '$1');
}
