/** What is copied: rows of texts, and what their columns are called where they have names. */
export type CopiedTable = { head: readonly string[] | null; rows: readonly (readonly string[])[] };

/** Cells between tabs, as spreadsheets and editors take them. No cell holds a tab or a line break. */
export function asTabbedText({ head, rows }: CopiedTable): string {
  return [...(head ? [head] : []), ...rows].map((row) => row.map(oneLine).join('\t')).join('\n');
}

/** A plain table, for what takes more than text. */
export function asHtml({ head, rows }: CopiedTable): string {
  const line = (tag: 'td' | 'th') => (cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(oneLine(cell))}</${tag}>`).join('')}</tr>`;
  const headLine = head ? `<thead>${line('th')(head)}</thead>` : '';
  return `<table>${headLine}<tbody>${rows.map(line('td')).join('')}</tbody></table>`;
}

/** White space as it is seen. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
