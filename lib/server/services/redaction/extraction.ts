import type {
  ExtractedField,
  ExtractionFacet,
  ExtractionFacetsResponse,
  ExtractionResponse,
} from '@/lib/call/answers/extraction-responses';
import { type ExtractedName, isExtractedName, pathOfKey } from '@/lib/call/query/extracted';
import { MASK } from '@/lib/call/values/masked-number';
import { NO_VALUE } from '@/lib/call/values/terms';
import { maskGroups } from './answers';
import { hideKey, hideText } from './hide-text';
import { isNumberName } from './mask-value';
import { maskText } from './numbers/number-text';

/**
 * Extracted values for who may not see phone numbers. Any number can stand in them, so that none of their digits is
 * shown, nor from where to where numbers go: how often each is there is no secret.
 */

export function maskExtraction(answer: ExtractionResponse): ExtractionResponse {
  const fields = answer.fields.map(
    (field): ExtractedField => ({
      ...maskedField(field),
      values: mergedValues(field.values, field.key),
      min: null,
      max: null,
      median: null,
      use_cases: field.use_cases.map((each) => ({
        ...each,
        id: each.id === null ? null : maskText(each.id),
        name: maskText(each.name),
      })),
    }),
  );
  return { ...answer, fields };
}

export function maskExtractionFacets(answer: ExtractionFacetsResponse): ExtractionFacetsResponse {
  const fields = answer.fields.map(
    (field): ExtractionFacet => ({
      ...maskedField(field),
      values: mergedValues(field.values, field.key).map((each) => ({ ...each, label: each.value })),
      // A date is one, and no number.
      range: field.format === 'date' ? field.range : { min: null, max: null },
      histogram: field.format === 'date' ? field.histogram : [],
    }),
  );
  return { ...answer, fields };
}

type Field = Pick<ExtractedField, 'key' | 'label' | 'description'>;

function maskedField<T extends Field>(field: T): T {
  const { key, label, description } = field;
  return {
    ...field,
    key: hideKey(key),
    label: hideText(label),
    description: description === null ? null : maskText(description),
  };
}

/** Values that look the same under their masks are one. */
export function mergedValues(
  values: readonly { value: string; count: number }[],
  key: string,
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { value, count } of values) {
    const masked = maskedTerm(value, key);
    counts.set(masked, (counts.get(masked) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** Under the name of a number everything is a part of it. */
function maskedTerm(term: string, key: string): string {
  if (term === NO_VALUE) return term;
  return pathOfKey(key).some(isNumberName) ? MASK : hideText(term, true);
}

type Grouped = { groups: readonly { key: string | null; label: string }[] };

/** How groups are shown: those of extracted values without a digit. */
export function groupMasks(grouping: string): <T extends Grouped>(answer: T) => T {
  return isExtractedName(grouping) ? (answer) => maskKeyGroups(answer, grouping) : maskGroups;
}

function maskKeyGroups<T extends Grouped>(answer: T, grouping: ExtractedName): T {
  const groups = answer.groups.map((group) => {
    if (group.key === null || group.key === NO_VALUE) return group;
    const key = maskedTerm(group.key, grouping.slice(2));
    return { ...group, key, label: key };
  });
  return { ...answer, groups };
}
