import type { TypeCounts } from '@/lib/call/extraction/field-type';
import { fieldTypeOf } from '@/lib/call/extraction/field-type';
import { extractedLabel } from '@/lib/format/key-label';
import type { DeclaredKey } from './declared';
import { PARTS } from './rows';

/** What is told of a key wherever it is told of. */
export function fieldTold(
  key: string,
  counts: TypeCounts,
  declared: DeclaredKey | undefined,
  unit: string | null,
) {
  return {
    key,
    label: extractedLabel(key),
    description: declared?.description || null,
    ...fieldTypeOf(counts, declared?.type ?? null),
    unit,
  };
}

/** A number as answers tell it. */
export function numberTold(parts: number | null | undefined): number | null {
  return parts === null || parts === undefined ? null : parts / PARTS;
}
