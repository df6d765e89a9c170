/** Takes a list of a spreadsheet cell apart by its documented rule. */
export function readList(text: string): string[] {
  if (text === '') return [];
  const values: string[] = [];
  const item = /("(?:[^"\\]|\\.)*"|[^";]*)(?:; |$)/suy;
  while (item.lastIndex < text.length) {
    const at = item.lastIndex;
    const [, written] = item.exec(text) ?? [];
    if (written === undefined) throw new Error(`No value at ${at}: ${JSON.stringify(text)}`);
    values.push(written.startsWith('"') ? String(JSON.parse(written)) : written);
  }
  return values;
}
