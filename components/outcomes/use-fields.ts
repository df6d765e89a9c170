'use client';

import { useQuery } from '@tanstack/react-query';
import { extractionQueryOptions } from '@/lib/api/extraction';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';

/** A select of more is no longer looked through. */
const MOST_OFFERED = 60;

/** The keys that hold numbers, most often filled first; undefined until they are known. */
export function useNumberFields(): ExtractedField[] | undefined {
  const { data } = useQuery(extractionQueryOptions());
  return data?.fields.filter(({ type }) => type === 'number').slice(0, MOST_OFFERED);
}
