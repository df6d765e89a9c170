import { columnOf } from '@/components/calls/list/table/columns/columns';
import { COLUMN_IDS } from '@/lib/url/columns';
import { asHtml, asTabbedText, type CopiedTable } from './copied-table';
import { seenText, UNSEEN_TEXT } from './seen-text';

/**
 * Puts what is seen of the selected cells into the clipboard. A selection within one cell is copied as it is, but for
 * words that only screen readers have.
 */
export function copyRows(event: ClipboardEvent, place: Element, drawAll: DrawAll) {
  const { target, clipboardData } = event;
  const selection = document.getSelection();
  if (!clipboardData || !selection || selection.isCollapsed) return;
  if (target instanceof Element && target.closest(OF_THEIR_OWN)) return;
  // Rows that are out of sight are not there: only of those within the selection anybody can tell what they show.
  const putAway = isBeyondSight(place, selection) ? drawAll() : undefined;
  try {
    copySelected(event, place, clipboardData, selection);
  } finally {
    putAway?.();
  }
}

/** What is selected in these is copied by the browser. */
const OF_THEIR_OWN = 'input, textarea, [role="dialog"]';

/** Draws every row of the page at once, and gives back what ends that. */
export type DrawAll = () => () => void;

/** The selection reaches over the places of rows that are not drawn. */
function isBeyondSight(place: Element, selection: Selection): boolean {
  return [...place.querySelectorAll('tbody > tr[aria-hidden]')].some((spacer) =>
    selection.containsNode(spacer, true),
  );
}

function copySelected(
  event: ClipboardEvent,
  place: Element,
  clipboardData: DataTransfer,
  selection: Selection,
) {
  const rows = [...place.querySelectorAll<HTMLElement>('tr[data-call]')]
    .map((row) => ({ row, cells: cellsOf(row).filter((cell) => isSelected(cell, selection)) }))
    .filter(({ cells }) => cells.length > 0);
  const [first] = rows;
  if (!first) return;
  if (rows.length === 1 && first.cells.length === 1) copyPart(event, clipboardData, selection);
  else {
    const copied = copiedOf(place, first, rows);
    clipboardData.setData('text/plain', asTabbedText(copied));
    clipboardData.setData('text/html', asHtml(copied));
    event.preventDefault();
  }
}

type SelectedRow = { row: HTMLElement; cells: readonly HTMLElement[] };

/** Of several rows all is taken: they begin and end somewhere within a row, and columns must stay columns. */
function copiedOf(place: Element, first: SelectedRow, rows: readonly SelectedRow[]): CopiedTable {
  const whole = rows.length > 1 || first.cells.length === cellsOf(first.row).length;
  return {
    head: whole ? namesOf(place) : null,
    rows: rows.map(({ row, cells }) => (whole ? cellsOf(row) : cells).map(seenText)),
  };
}

function copyPart(event: ClipboardEvent, clipboard: DataTransfer, selection: Selection) {
  const part = selection.getRangeAt(0).cloneContents();
  if (!part.querySelector(UNSEEN_TEXT)) return;
  clipboard.setData('text/plain', seenText(part));
  event.preventDefault();
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(':scope > td:not([aria-hidden])')];
}

function namesOf(place: Element): string[] {
  return [...place.querySelectorAll<HTMLElement>('th[data-column]')].map((head) => {
    const id = COLUMN_IDS.find((known) => known === head.dataset.column);
    return id ? columnOf(id).label : seenText(head);
  });
}

/** A selection that ends where a cell begins has nothing of it; a drawing without text is selected with its cell. */
function isSelected(cell: HTMLElement, selection: Selection): boolean {
  if (selection.containsNode(cell, false)) return true;
  if (!selection.containsNode(cell, true)) return false;
  const part = selection.getRangeAt(0).cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(cell);
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
    part.setStart(whole.startContainer, whole.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0)
    part.setEnd(whole.endContainer, whole.endOffset);
  return part.toString().trim() !== '';
}
