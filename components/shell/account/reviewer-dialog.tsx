'use client';

import { useCallback } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import {
  createStore,
  type Hosts,
  useIsTopHost,
  useStore,
} from '@/components/shell/state/external-store';
import { Lazily, lazily } from '@/components/ui/lazily';
import { askReviewer, question } from './ask-reviewer';

const ReviewerForm = lazily(() => import('./reviewer-form'));
const hosts: Hosts = createStore<readonly symbol[]>([]);

/** The address of who reviews, asked for when nobody signs in or has said it yet; null when the person would not say. */
export function useAskReviewer(): () => Promise<string | null> {
  const { who } = usePage();
  const email = who?.account?.email;
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
