'use client';

import { useQuery } from '@tanstack/react-query';
import { transcriptQueryOptions } from '@/lib/api/reviews';

export function TranscriptTab({ id }: { id: string }) {
  const { data } = useQuery(transcriptQueryOptions(id));
  return (
    <ol>
      {data?.messages.map((message, place) => (
        <li key={`${place} ${message.id}`}>{String(message.content)}</li>
      ))}
    </ol>
  );
}
