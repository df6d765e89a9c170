import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identity } from '@/lib/auth/roles';
import { isCallscopeError } from '@/lib/server/errors';
import { createRequestLimits } from './request-limits';
import { createTokenBuckets } from './token-buckets';

describe('a bucket', () => {
  it('gives what is in it, tells the wait, and is filled again at its pace', () => {
    let now = 0;
    const buckets = createTokenBuckets({ burst: 3, perMinute: 6 }, () => now);
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0]);
    expect(buckets.take('a')).toBe(10);
    expect(buckets.take('b')).toBe(0);
    now = 4_000;
    expect(buckets.take('a')).toBe(6);
    now = 10_000;
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a')).toBe(10);
    now = 3_600_000;
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 10]);
  });

  it('never gives more than its pace, and the wait it tells is true', () => {
    const pace = fc.record({
      burst: fc.integer({ min: 1, max: 50 }),
      perMinute: fc.integer({ min: 1, max: 6_000 }),
    });
    fc.assert(
      fc.property(pace, fc.array(fc.nat(2_000), { maxLength: 200 }), (settings, pauses) => {
        let now = 0;
        let given = 0;
        const buckets = createTokenBuckets(settings, () => now);
        for (const pause of pauses) {
          now += pause;
          if (buckets.take('a') === 0) given += 1;
        }
        expect(given).toBeLessThanOrEqual(
          settings.burst + (now / 60_000) * settings.perMinute + 1e-6,
        );
        const wait = buckets.take('a');
        now += wait * 1000 + 1;
        if (wait > 0) expect(buckets.take('a')).toBe(0);
      }),
    );
  });
});

describe('the limits', () => {
  const person = (subject: string): Identity => ({
    role: 'manager',
    account: { subject, email: subject, name: subject },
  });

  /** How many in a row go through. */
  function passing(ask: () => void): number {
    for (let count = 0; count < 20_000; count += 1) {
      try {
        ask();
      } catch (error) {
        if (!isCallscopeError(error)) throw error;
        expect(error).toMatchObject({ code: 'too_many_requests' });
        expect(error.extra.retry_after).toBeGreaterThan(0);
        return count;
      }
    }
    return Number.POSITIVE_INFINITY;
  }

  it('count each person, and each address for several people', () => {
    const limits = createRequestLimits(1200, () => 0);
    expect(passing(() => limits.countPerson(person('a'), 'read'))).toBe(600);
    expect(passing(() => limits.countPerson(person('b'), 'read'))).toBe(600);
    expect(passing(() => limits.countAddress('192.0.2.1', 'open'))).toBe(3000);
    expect(passing(() => limits.countAddress('192.0.2.2', 'read'))).toBe(3000);
  });

  it('count exports and the sync apart', () => {
    const limits = createRequestLimits(1200, () => 0);
    expect(passing(() => limits.countPerson(person('a'), 'export'))).toBe(30);
    expect(passing(() => limits.countPerson(person('a'), 'control_sync'))).toBe(30);
    expect(passing(() => limits.countPerson(person('a'), 'read'))).toBe(600);
    expect(passing(() => limits.countAddress('192.0.2.1', 'export'))).toBe(150);
  });

  it('know nobody apart where nobody signs in', () => {
    const limits = createRequestLimits(60, () => 0);
    const owner: Identity = { role: 'manager', account: null };
    expect(passing(() => limits.countPerson(owner, 'read'))).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:DB8:1:2:3:4:5:6', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['fe80::1%eth0', 'fe80::2%eth0', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['', 'nonsense', false],
  ])('take %s and %s for one: %s', (one, other, isSame) => {
    const limits = createRequestLimits(60, () => 0);
    expect(passing(() => limits.countAddress(one, 'read'))).toBe(150);
    expect(passing(() => limits.countAddress(other, 'read'))).toBe(isSame ? 0 : 150);
  });
});
