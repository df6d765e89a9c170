/** The look shared by inputs and selects. */
export const FIELD =
  'h-8 w-full min-w-0 rounded-md border border-control-line bg-canvas px-2.5 text-sm text-text disabled:opacity-50';
