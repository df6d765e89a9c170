const FIELDS =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]';
const OVERLAYS = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Whether the Escape key was meant for something else than the drawer: a field beside it, or what floats over it. */
export function escapesElsewhere(event: Event, drawer: Element | null): boolean {
  if (event.defaultPrevented) return true;
  const { target } = event;
  if (!(target instanceof Element) || drawer?.contains(target)) return false;
  return target.closest(`${FIELDS}, ${OVERLAYS}`) !== null;
}
