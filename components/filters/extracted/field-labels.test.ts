import { expect, it } from 'vitest';
import { aField } from '@/lib/call/extraction/field.test-world';
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
  const sections = fieldSections([aField('lane'), aField('call •••')], '');
  expect(sections.flatMap(({ fields }) => fields.map(({ key }) => key))).toEqual(['lane']);
});
