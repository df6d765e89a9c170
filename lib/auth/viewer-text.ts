/** What becomes of numbers in free text for who may not see them: all hidden, or what is recognised as a number. */
export const VIEWER_TEXTS = ['hidden', 'recognised'] as const;
export type ViewerText = (typeof VIEWER_TEXTS)[number];
