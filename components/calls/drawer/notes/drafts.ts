/** Where a note that is being written on a call is kept until it is saved. */
const keyOf = (callId: string) => `callscope.draft.${callId}`;

/** Begins a note on a call with a text; one that is begun already goes on with it after a blank line. */
export function startDraft(callId: string, text: string): void {
  try {
    const begun = localStorage.getItem(keyOf(callId))?.trimEnd();
    localStorage.setItem(keyOf(callId), begun ? `${begun}\n\n${text}` : text);
  } catch {
    // A browser that keeps nothing: the note starts empty.
  }
}
