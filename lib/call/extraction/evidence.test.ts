import { describe, expect, it } from 'vitest';
import { turnsOf } from '@/lib/call/transcript/turns';
import { turnSaying } from './evidence';

const turns = turnsOf(
  [
    ['system', 'The rate is 2250.'],
    ['assistant', 'Hi, are you calling about the load to Gary?'],
    ['user', 'Yes, from Chicago, IL. I need $2,250, or 2.3k.'],
    ['assistant', 'That is 45,000 pounds on a dry-van.'],
    ['user', 'My MC is 884213.'],
  ].map(([role = '', content = ''], index) => ({ id: `turn${index}`, role, content })),
);

describe('the turn that says a value', () => {
  it.each([
    ['Gary', 'turn1'],
    ['gary', 'turn1'],
    ['Chicago, IL', 'turn2'],
    [2250, 'turn2'],
    ['$2,250.00', 'turn2'],
    [2300, 'turn2'],
    ['45000 lbs', 'turn3'],
    ['Dry Van', 'turn3'],
    ['884213', 'turn4'],
  ])('%s: %s', (value, turn) => {
    expect(turnSaying(turns, value)).toBe(turn);
  });

  it.each([null, true, '', 'Elgin', 225, 'IL', 'Gar', '🚚', 8842])('nobody says %s', (value) => {
    expect(turnSaying(turns, value)).toBeNull();
  });
});
