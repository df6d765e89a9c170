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
