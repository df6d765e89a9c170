import type { ExtractedField } from '@/lib/call/answers/extraction-responses';

/** A key of an account as `GET /api/extraction` tells it. */
export function aField(key: string, rest: Partial<ExtractedField> = {}): ExtractedField {
  return {
    key,
    label: key,
    description: null,
    type: 'text',
    format: null,
    unit: null,
    calls: 1,
    fill_rate: 1,
    distinct: 1,
    values: [],
    min: null,
    max: null,
    median: null,
    use_cases: [],
    ...rest,
  };
}
