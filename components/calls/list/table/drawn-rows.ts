/** Which rows of a page are drawn, and how high what lies before and after them is, in pixels. */
export type DrawnRows = {
  /** Places on the page, from 0. */
  items: readonly number[];
  before: number;
  after: number;
  /** The first one in sight. */
  first: number;
  /** Where a row begins below the header, as far as that is known without asking the row. */
  startOf: (index: number) => number | undefined;
  /** Takes the height of a row, where rows differ. */
  measure?: (row: HTMLElement | null) => void;
};

/** All of them: finding in the page and screen readers work best that way. */
export function allRows(count: number): DrawnRows {
  const items = Array.from({ length: count }, (_, index) => index);
  return { items, before: 0, after: 0, first: 0, startOf: () => undefined };
}
