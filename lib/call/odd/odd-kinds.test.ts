import { expect, test } from 'vitest';
import { oddKinds } from './odd-kinds';

test('odd fields are counted by their kind, wherever they were met', () => {
  expect(
    oddKinds(['start_time', 'messages.0.id', 'messages.12.id', 'messages.2.tool_calls.1']),
  ).toEqual([
    { path: 'start_time', count: 1 },
    { path: 'messages.id', count: 2 },
    { path: 'messages.tool_calls', count: 1 },
  ]);
  expect(oddKinds(['messages.3', 'per-1.x'])).toEqual([
    { path: 'messages', count: 1 },
    { path: 'per-1.x', count: 1 },
  ]);
});
