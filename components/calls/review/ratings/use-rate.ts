'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAskReviewer } from '@/components/shell/account/reviewer-dialog';
import { useMay } from '@/components/shell/context/use-may';
import { tell } from '@/components/shell/messages/messages';
import { type Emoji, toggleRating } from './ratings';

/** Gives a rating of who reviews in this browser to a call, or takes it back. */
export function useRate(): (callId: string, emoji: Emoji) => void {
  const client = useQueryClient();
  const askReviewer = useAskReviewer();
  const mayRate = useMay('review');
  return useCallback(
    async (callId, emoji) => {
      if (!mayRate) return tell({ tone: 'info', text: 'Rating calls takes the role “reviewer”.' });
      const by = await askReviewer();
      if (by !== null) toggleRating(client, callId, by, emoji);
    },
    [client, askReviewer, mayRate],
  );
}
