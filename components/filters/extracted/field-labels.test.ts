import { expect, it } from 'vitest';
import { fieldLabels } from './field-labels';

it('keys with the same label are told apart', () => {
  const labels = fieldLabels([
    { key: 'pickup.city', label: 'City' },
    { key: 'drop.city', label: 'City' },
    { key: 'rate', label: 'Rate' },
  ]);
  expect([...labels.values()]).toEqual(['City (pickup.city)', 'City (drop.city)', 'Rate']);
});
