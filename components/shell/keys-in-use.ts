/** What answers the space bar itself. */
const PRESSABLE =
  'button, summary, input, [role="button"], [role="tab"], [role="switch"], [role="checkbox"], [role="slider"], [role="separator"]';
/** What answers the arrows itself. */
const MOVABLE =
  'input, [role="tab"], [role="slider"], [role="separator"], [role="grid"], [role="radio"], [role="listbox"], hr';

/**
 * Whether a key that does something of its own nearly everywhere, the space bar or an arrow, does so where it was
 * pressed: it is no shortcut there.
 */
export function isKeyInUse({ key, shiftKey, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.closest(PRESSABLE) !== null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  // With Shift they select text.
  return shiftKey || target.closest(MOVABLE) !== null || scrollsSideways(target);
}

function scrollsSideways(target: Element): boolean {
  for (let box: Element | null = target; box && box !== document.body; box = box.parentElement) {
    if (box.scrollWidth <= box.clientWidth) continue;
    if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
  }
  return false;
}
