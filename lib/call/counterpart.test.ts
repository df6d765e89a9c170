import { expect, it } from 'vitest';
import { counterpartOf } from './counterpart';

it.each([
  ['Outbound', { from: '+13125550100', to: '+12145550100' }, '+12145550100'],
  ['Inbound', { from: '+13125550100', to: '+12145550100' }, '+13125550100'],
  ['Inbound', { from: 'sip:kim@x.example', to: '1' }, 'sip:kim@x.example'],
  ['Inbound', { from: 'anonymous', to: '+12145550100' }, null],
  ['Inbound', { from: '', to: '+12145550100' }, null],
  ['Outbound', { from: '+12145550100', to: null }, null],
  ['Outbound', null, null],
  ['Sideways', { from: '+13125550100', to: '+12145550100' }, null],
])('a call %s with %j has the counterpart %s', (type, metadata, counterpart) => {
  expect(counterpartOf({ type, metadata })).toBe(counterpart);
});
