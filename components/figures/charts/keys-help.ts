/** What a chart says of its keys: to those who do not see it, and in the help. */
export const KEYS_HELP =
  'Arrow keys move from bar to bar, Enter shows the calls of a bar. “Show as table” has the same numbers as text.';
