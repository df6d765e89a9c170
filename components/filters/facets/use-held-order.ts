import { useState } from 'react';
import { arranged, type Choice, keptOrder } from './facet-choices';

/** Choices in the order of the last answer that came while no hand was near. */
export function useHeldOrder(
  choices: readonly Choice[],
  answer: object | undefined,
  held: boolean,
): Choice[] {
  const now = choices.map(({ value }) => value);
  const [kept, setKept] = useState({ of: answer, order: now });
  if (kept.of !== answer) setKept({ of: answer, order: held ? keptOrder(kept.order, now) : now });
  return arranged(choices, kept.order);
}
