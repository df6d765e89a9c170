import { expect, it } from 'vitest';
import { parseSettings } from './settings';

const USUAL = { speed: 1, volume: 1, skipSilences: false, playWhenOpened: false };

it.each([
  [null, USUAL],
  ['', USUAL],
  ['nonsense', USUAL],
  ['null', USUAL],
  ['[1]', USUAL],
  ['{"speed":99,"volume":-1,"skipSilences":"yes","playWhenOpened":1}', USUAL],
  ['{"speed":1.5,"volume":0}', { ...USUAL, speed: 1.5, volume: 0 }],
  [
    '{"skipSilences":true,"playWhenOpened":true,"more":1}',
    { ...USUAL, skipSilences: true, playWhenOpened: true },
  ],
])('settings kept as %s', (raw, settings) => {
  expect(parseSettings(raw)).toEqual(settings);
});
