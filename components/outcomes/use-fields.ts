'use client';

import { useQuery } from '@tanstack/react-query';
import { extractionQueryOptions } from '@/lib/api/extraction';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import type { ExtractedName } from '@/lib/call/query/extracted';

/** A select of more is no longer looked through. */
const MOST_OFFERED = 60;

export type Fields = {
  /** Those that hold numbers, most often filled first; undefined until it is known. */
  numbers: ExtractedField[] | undefined;
  /** What calls can be grouped by. */
  groupings: ExtractedName[];
};

/** The keys of the account, as choices. */
export function useFields(): Fields {
  const { data } = useQuery(extractionQueryOptions());
  const fields = data?.fields ?? [];
  return {
    numbers: data && fields.filter(({ min }) => min !== null).slice(0, MOST_OFFERED),
    groupings: fields
      .filter(({ type }) => type !== 'object')
      .slice(0, MOST_OFFERED)
      .map(({ key }): ExtractedName => `x.${key}`),
  };
}
