/**
 * Puts text on the clipboard; false when the browser does not allow it. `beside` is the element that asked: it keeps
 * the focus.
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page served over plain HTTP from another machine has no clipboard object; selecting still works there.
    return copyBySelection(text, beside);
  }
}

function copyBySelection(text: string, beside: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr-only';
  // Beside the button, so that a modal dialog's focus trap leaves it alone.
  beside.after(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  beside.focus();
  return copied;
}
