/** Where the keyboard shall go in the notes, until they are there to take it. */

const WAIT_MS = 2_000;

/** Moves the keyboard into the field of a new note as soon as it is drawn. */
export function focusNewNote(): void {
  focusWhenDrawn('[data-new-note]', (field) => {
    if (field instanceof HTMLTextAreaElement)
      field.setSelectionRange(field.value.length, field.value.length);
  });
}

/** Moves the keyboard to a note on the call. */
export function focusNote(id: string): void {
  focusWhenDrawn(`[data-note="${CSS.escape(id)}"]`);
}

function focusWhenDrawn(selector: string, then?: (found: HTMLElement) => void): void {
  const until = performance.now() + WAIT_MS;
  const attempt = () => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) {
      found.focus();
      then?.(found);
    } else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  // A moment later: what has the focus now may be about to go.
  requestAnimationFrame(attempt);
}
