/** Who can say something on a call; `other` is a role that the documentation does not know. */
export const SIDES = ['agent', 'caller', 'other'] as const;
export type Side = (typeof SIDES)[number];
