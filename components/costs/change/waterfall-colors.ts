/** Those of the key figures: what is worse, what is better; a component has no part in it. */
export const STAIR_COLORS = {
  whole: 'var(--faint)',
  more: 'var(--bad)',
  less: 'var(--good)',
} as const;
