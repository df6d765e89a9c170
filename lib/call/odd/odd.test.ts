import { expect, test } from 'vitest';
import { asSent, oddCallsOf, oddKindsOf } from './odd';

const odd = (...paths: string[]) => ({
  callscope: { set_aside: paths.map((path) => ({ path, sent: 1 })) },
});

test('calls with odd fields are named, others are not', () => {
  expect(oddCallsOf([{ id: 'a' }, { id: 'b', ...odd('costs.voip', 'notes.0.id') }])).toEqual([
    { id: 'b', fields: ['costs.voip', 'notes.0.id'] },
  ]);
});

test('what is odd is told without the places in lists', () => {
  expect(oddKindsOf(odd('notes.0.id', 'notes.12.id', 'metadata.tags.1'))).toEqual([
    'notes.id',
    'metadata.tags',
  ]);
  expect(oddKindsOf({})).toEqual([]);
});

test('a call is shown as it was sent', () => {
  const call = {
    id: 'a',
    type: 'Unknown',
    created: '2026-11-29T00:00:00.000Z',
    metadata: { tags: ['b'] },
    notes: [{ content: 'x' }],
    callscope: {
      created_from: 'first_seen' as const,
      set_aside: [
        { path: 'type' },
        { path: 'created', sent: 'soon' },
        { path: 'metadata.tags.0', sent: null },
        { path: 'notes.0.id', sent: {} },
        { path: 'notes.1', sent: 7 },
        { path: 'costs.voip', sent: 2 },
        { path: 'costs', sent: [] },
      ],
    },
  };
  const before = structuredClone(call);
  expect(asSent(call)).toEqual({
    id: 'a',
    created: 'soon',
    metadata: { tags: [null, 'b'] },
    notes: [{ content: 'x', id: {} }, 7],
    costs: [],
  });
  expect(call).toEqual(before);
});
