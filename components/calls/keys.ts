/** A key, or keys held together, and what pressing it does. */
type Key = readonly [keys: readonly string[], action: string];

/** Every key, as the list of keys and the help tell it. */
export const KEYS: readonly Key[] = [
  [['/'], 'Search calls'],
  [['j'], 'Next row, or next call while one is open'],
  [['k'], 'Previous row, or previous call while one is open'],
  [['Enter'], 'Open the call of the row'],
  [[']'], 'Next call'],
  [['['], 'Previous call'],
  [['1'], 'Rate ✅, or take it back'],
  [['2'], 'Rate 👎, or take it back'],
  [['3'], 'Rate 🚨, or take it back'],
  [['m'], 'Write a note'],
  [['Ctrl', 'Enter'], 'Save the note'],
  [['Esc'], 'Leave the note, or close the call'],
  [['n'], 'Next unreviewed call'],
  [['Space'], 'Play the recording of the open call, or pause it'],
  [['←', '→'], 'Back and forward by 5 seconds in the recording'],
  [['f'], 'Search in the transcript; Enter and Shift+Enter go through what was found'],
  [['o'], 'Only this value, on a filter’s checkbox'],
  [['x'], 'Exclude this value, on a filter’s checkbox'],
  [['x'], 'Select the row, or the open call, to compare it'],
  [['c'], 'Compare the selected calls'],
  [['Ctrl K', '⌘ K'], 'Command palette: calls, numbers, filters, views, settings'],
  [['?'], 'This list, or the help on a page without it'],
];
