'use client';

import { useAddress } from '@/lib/url/use-address';
import type { Stair, StairKey } from './change-steps';

type StepListProps = { stairs: readonly Stair[]; chosen: StairKey | null };

/** The steps in words; each that has groups behind it shows them. */
export function StepList({ stairs, chosen }: StepListProps) {
  const { choose } = useAddress();
  return (
    <ul
      aria-label="The steps in words"
      className="mt-3 grid gap-x-8 gap-y-1 text-sm @4xl:grid-cols-2"
    >
      {stairs
        .filter(({ whole }) => !whole)
        .map(({ key, name, sentence, parts }) => (
          <li key={key} className="flex gap-2">
            <span className="w-36 shrink-0 font-medium">
              {parts.length > 0 && key !== 'before' && key !== 'after' ? (
                <button
                  type="button"
                  // On paper it is the step's name and nothing else.
                  data-name
                  aria-expanded={chosen === key}
                  title="Show the groups of this step"
                  onClick={() => choose({ step: chosen === key ? null : key })}
                  className="min-h-6 rounded-sm text-left font-medium text-accent hover:underline"
                >
                  {name}
                </button>
              ) : (
                name
              )}
            </span>
            <span className="min-w-0 text-muted">{sentence}</span>
          </li>
        ))}
    </ul>
  );
}
