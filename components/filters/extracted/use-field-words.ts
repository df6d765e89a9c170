'use client';

import { useQuery } from '@tanstack/react-query';
import { useTime } from '@/components/shell/context/time-context';
import { extractionQueryOptions } from '@/lib/api/extraction';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import type { ExtractedBound } from '@/lib/call/query/extracted';
import { formatFoundDate, formatQuantity } from '@/lib/format/extracted';
import { extractedLabel } from '@/lib/format/key-label';
import { fieldLabels } from './field-labels';

export type FieldWords = {
  /** What is known of a key; undefined until it is, and of keys that no call has. */
  field: (key: string) => ExtractedField | undefined;
  label: (key: string) => string;
  bound: (key: string, bound: ExtractedBound) => string;
};

/** What extracted values are called and measured in; asked for only where a page shows any. */
export function useFieldWords(enabled: boolean): FieldWords {
  const { zone, now } = useTime();
  const { data } = useQuery({ ...extractionQueryOptions(), enabled });
  const field = (key: string) => data?.fields.find((each) => each.key === key);
  return {
    field,
    label: (key) => (data && fieldLabels(data.fields).get(key)) ?? extractedLabel(key),
    bound: (key, bound) =>
      typeof bound === 'number'
        ? formatQuantity(bound, field(key)?.unit ?? null)
        : formatFoundDate(bound, zone, now),
  };
}
