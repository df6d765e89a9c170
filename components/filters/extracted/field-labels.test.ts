import { expect, it } from 'vitest';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import { fieldLabels } from './field-labels';
import { fieldSections } from './field-sections';

it('keys with the same label are told apart', () => {
  const labels = fieldLabels([
    { key: 'pickup.city', label: 'City' },
    { key: 'drop.city', label: 'City' },
    { key: 'rate', label: 'Rate' },
  ]);
  expect([...labels.values()]).toEqual(['City (pickup.city)', 'City (drop.city)', 'Rate']);
});

it('keys whose names are hidden are not offered: nothing could be asked of them', () => {
  const field = (key: string): ExtractedField => ({
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
  });
  const sections = fieldSections([field('lane'), field('call •••')], '');
  expect(sections.flatMap(({ fields }) => fields.map(({ key }) => key))).toEqual(['lane']);
});
