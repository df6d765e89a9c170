'use client';

import { createStore } from '@/components/shell/state/external-store';
import { readReviewer } from './use-reviewer';

/** The question who reviews, while it is open. */
export type Question = { answer: (email: string | null) => void };

export const question = createStore<Question | null>(null);
let asking: Promise<string | null> | null = null;

/**
 * The address of who reviews in this browser. While nobody has said so a dialog asks; null when it was put away.
 * `anew` asks also when it is known. Whoever asks meanwhile waits for the same answer.
 */
export function askReviewer({ anew = false } = {}): Promise<string | null> {
  const known = readReviewer();
  if (known !== null && !anew) return Promise.resolve(known);
  asking ??= new Promise((resolve) => {
    question.set({
      answer: (email) => {
        asking = null;
        question.set(null);
        resolve(email);
      },
    });
  });
  return asking;
}
