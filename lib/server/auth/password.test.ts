import { describe, expect, it } from 'vitest';
import { quickHash } from './accounts.test-file';
import { hashPassword, isPassword, isPasswordHash } from './password';

const PASSWORD = 'correct horse battery';
const SALT = 'A'.repeat(22);
const HASH = 'A'.repeat(43);

describe('a hash', () => {
  it('knows its password and no other, and never comes twice', async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).not.toBe(two);
    expect(isPasswordHash(one)).toBe(true);
    expect(one).not.toContain(PASSWORD);
    expect(await isPassword(PASSWORD, one)).toBe(true);
    expect(await isPassword(`${PASSWORD} `, one)).toBe(false);
    expect(await isPassword('', one)).toBe(false);
  });

  it('takes the same letters for the same, however a keyboard writes them', async () => {
    expect(
      await isPassword(
        'Pässwörter sind lang',
        quickHash('Pa\u0308sswo\u0308rter sind lang'.normalize('NFKC')),
      ),
    ).toBe(true);
    expect(
      await isPassword('Pa\u0308sswo\u0308rter sind lang', quickHash('Pässwörter sind lang')),
    ).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['the password itself', PASSWORD],
    ['another method', `argon2$2$1$1$${SALT}$${HASH}`],
    ['no cost', `scrypt$0$1$1$${SALT}$${HASH}`],
    ['a cost that is no power of two', `scrypt$1000$8$1$${SALT}$${HASH}`],
    ['a cost that takes all memory', `scrypt$2097152$8$1$${SALT}$${HASH}`],
    ['blocks that take all memory', `scrypt$32768$99$1$${SALT}$${HASH}`],
    ['a table of 4 GB', `scrypt$1048576$32$1$${SALT}$${HASH}`],
    ['a cost that scrypt has no blocks for', `scrypt$131072$1$1$${SALT}$${HASH}`],
    ['no parallel part', `scrypt$32768$8$0$${SALT}$${HASH}`],
    ['a short salt', `scrypt$32768$8$1$AAAA$${HASH}`],
    ['a short hash', `scrypt$32768$8$1$${SALT}$AAAA`],
    ['more after it', `scrypt$32768$8$1$${SALT}$${HASH}$x`],
    ['a line after it', `scrypt$32768$8$1$${SALT}$${HASH}\n`],
  ])('is not: %s', (_, text) => expect(isPasswordHash(text)).toBe(false));

  // What scrypt itself would refuse: each takes as long as a right one by design.
  it.each([
    ['a cost that is no power of two', `scrypt$1000$8$1$${SALT}$${HASH}`],
    ['a table of 4 GB', `scrypt$1048576$32$1$${SALT}$${HASH}`],
    ['a cost that scrypt has no blocks for', `scrypt$131072$1$1$${SALT}$${HASH}`],
  ])('is wrong, and no fault: %s', async (_, text) =>
    expect(await isPassword(PASSWORD, text)).toBe(false),
  );
});

it.each(['scrypt$2$1$16', 'scrypt$65536$8$1', 'scrypt$32768$32$1', 'scrypt$32768$1$1'])(
  '%s is a cost that can be paid',
  async (start) => {
    const hash = `${start}$${SALT}$${HASH}`;
    expect(isPasswordHash(hash)).toBe(true);
    expect(await isPassword(PASSWORD, hash)).toBe(false);
  },
);

it('works as hard for an address that nobody has', async () => {
  const hash = await hashPassword(PASSWORD);
  const timeOf = async (known: string | undefined) => {
    const started = performance.now();
    await isPassword('something else', known);
    return performance.now() - started;
  };
  const ratio = (await timeOf(undefined)) / (await timeOf(hash));
  expect(ratio).toBeGreaterThan(0.2);
  expect(ratio).toBeLessThan(5);
});
