import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteText } from './byte-text';

test('bytes are those of all that was added, however much was expected', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('✅', 'é', '\ud83d', ''));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      (texts, expected) => {
        const written = byteText(expected);
        for (const each of texts) written.add(each);
        expect(Buffer.from(written.bytes())).toEqual(
          Buffer.concat(texts.map((each) => Buffer.from(each))),
        );
      },
    ),
  );
});
