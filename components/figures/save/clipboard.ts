import {
  asHtml,
  asTabbedText,
  type CopiedTable,
} from '@/components/calls/list/table/copying/copied-table';
import { seenText } from '@/components/calls/list/table/copying/seen-text';

/**
 * Puts a picture on the clipboard. The clipboard is asked at once, while the browser still knows who clicked.
 * @throws where the browser has no clipboard for pictures, such as on a page over plain HTTP from another machine
 */
export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}

/** Puts a table on the clipboard, for what takes tables and for what takes text. */
export async function copyTable(table: CopiedTable): Promise<void> {
  const [html, text] = [asHtml(table), asTabbedText(table)];
  try {
    const part = (content: string, type: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': part(html, 'text/html'),
        'text/plain': part(text, 'text/plain'),
      }),
    ]);
  } catch {
    if (!copyByEvent(html, text)) throw new Error('This browser does not allow it.');
  }
}

/** A page served over plain HTTP from another machine has no clipboard object; the event of copying has one still. */
function copyByEvent(html: string, text: string): boolean {
  let put = false;
  const copy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    put = true;
  };
  document.addEventListener('copy', copy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', copy, { capture: true });
  return put;
}

/** A table as it is seen. */
export function tableSeen(table: HTMLTableElement): CopiedTable {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map(seenText));
  return { head: head ?? null, rows };
}
