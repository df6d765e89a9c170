import { type ShownColumn, withWidth } from '@/lib/url/columns';
import { columnOf } from './columns';

/** Takes its part of the room that is left, unless somebody has chosen its width. */
export function isFlexible({ id, width }: ShownColumn): boolean {
  return columnOf(id).flexible === true && width === undefined;
}

/** Pixels; at least these where it is flexible. */
export function widthOf({ id, width }: ShownColumn): number {
  return width ?? columnOf(id).width;
}

/** The columns with one of them as wide as wanted; its own width needs no saying, unless it would then be flexible. */
export function resized(
  columns: readonly ShownColumn[],
  id: ShownColumn['id'],
  width: number,
): ShownColumn[] {
  const { width: own, flexible = false } = columnOf(id);
  return columns.map((column) =>
    column.id === id ? withWidth(id, width === own && !flexible ? 0 : width) : column,
  );
}
