'use client';

import { useQuery } from '@tanstack/react-query';
import { extractionQueryOptions } from '@/lib/api/extraction';
import { problemOf } from '@/lib/api/get-json';

/** A select of more is no longer looked through. */
const MOST_OFFERED = 60;

/** The keys that hold numbers, most often filled first; undefined until they are known. */
export function useNumberFields() {
  const { data, error, refetch } = useQuery(extractionQueryOptions());
  return {
    numbers: data?.fields.filter(({ type }) => type === 'number').slice(0, MOST_OFFERED),
    problem: error ? problemOf(error) : null,
    retry: () => void refetch(),
  };
}
