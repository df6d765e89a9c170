import { expect, it } from 'vitest';
import type { JsonSchema } from '@/lib/call/values/codec';
import { type Outline, outlineOf } from './outline';

const told = ({ type }: Outline) =>
  type.map((word) => (typeof word === 'string' ? word : `#${word.name}`)).join('');

it.each<[JsonSchema, string, string | undefined]>([
  [{ type: 'string' }, 'string', undefined],
  [{ type: ['string', 'null'] }, 'string or null', undefined],
  [{ type: 'string', maxLength: 200 }, 'string', 'at most 200 characters'],
  [{ type: 'integer', minimum: 1, maximum: 2000 }, 'integer', '1 to 2000'],
  [{ type: 'number', minimum: 0, maximum: 9_007_199_254 }, 'number', '0 or more'],
  [{ enum: ['asc', 'desc'] }, 'asc | desc', undefined],
  [{ const: 'ok' }, 'ok', undefined],
  [{ type: 'array', items: { enum: [1, 2] } }, 'list of 1 | 2', undefined],
  [{ $ref: '#/components/schemas/Call' }, '#Call', undefined],
  [{ type: 'array', items: { $ref: '#/components/schemas/Call' } }, 'list of #Call', undefined],
  [{ anyOf: [{ $ref: '#/x/Sums' }, { type: 'null' }] }, '#Sums or null', undefined],
  [{ allOf: [{ $ref: '#/x/Problem' }, { properties: {} }] }, '#Problem', undefined],
  [{}, 'anything', undefined],
])('%j reads %s', (schema, type, bounds) => {
  const outline = outlineOf(schema);
  expect([told(outline), outline.bounds]).toEqual([type, bounds]);
});

it('finds the fields of an object, of a list of objects and of one that can be null', () => {
  const object = {
    type: 'object',
    properties: { id: { type: 'string' }, '<b>': { type: 'number' } },
    required: ['id'],
  };
  for (const schema of [
    object,
    { type: 'array', items: object },
    { anyOf: [object, { type: 'null' }] },
  ])
    expect(outlineOf(schema).fields.map(({ name, optional }) => [name, optional])).toEqual([
      ['id', false],
      ['<b>', true],
    ]);
});
