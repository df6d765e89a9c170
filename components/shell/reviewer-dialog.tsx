'use client';

import { lazy, useCallback } from 'react';
import { Lazily } from '@/components/ui/lazily';
import { askReviewer, question } from './ask-reviewer';
import { createStore, type Hosts, useIsTopHost, useStore } from './external-store';
import { usePage } from './page-context';

const ReviewerForm = lazy(() => import('./reviewer-form'));
const hosts: Hosts = createStore<readonly symbol[]>([]);

/**
 * The address of who reviews: who has signed in. Without sign-in it is asked for when nobody has said it yet; null when
 * the person would not say.
 */
export function useAskReviewer(): () => Promise<string | null> {
  const email = usePage().who?.account?.email;
  return useCallback(() => (email ? Promise.resolve(email) : askReviewer()), [email]);
}

/** Where the question is shown when it is asked. */
export function ReviewerDialog() {
  const asked = useStore(question);
  const here = useIsTopHost(hosts);
  if (!asked || !here) return null;
  return (
    <Lazily>
      <ReviewerForm onAnswer={asked.answer} />
    </Lazily>
  );
}
