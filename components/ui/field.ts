/** The look shared by inputs and selects; their size is theirs. */
export const FIELD =
  'min-w-0 rounded-md border border-control-line bg-canvas text-sm text-text disabled:opacity-50';
/** A field as wide as its place. */
export const WIDE_FIELD = `${FIELD} h-8 w-full px-2.5`;
