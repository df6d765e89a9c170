import { expect, test } from 'vitest';
import { checkedLookup, type Resolve } from './checked-lookup';
import { isPublicAddress } from './public-address';

const four = (address: string) => ({ address, family: 4 });

/** What a connection is told that looks a name up once; later answers of the name must play no part. */
async function looked(answers: readonly string[][], all: boolean) {
  let times = 0;
  const resolve: Resolve = (_hostname, _options, told) => {
    told(null, (answers[times++] ?? []).map(four));
  };
  const told = await new Promise<unknown[]>((done) =>
    checkedLookup(isPublicAddress, resolve)('name.example', { all }, (...given) => done(given)),
  );
  return { told, times };
}

test('a connection is made to the very addresses that were checked', async () => {
  const answers = [['8.8.8.8', '8.8.4.4'], ['127.0.0.1']];
  expect(await looked(answers, true)).toEqual({
    told: [null, [four('8.8.8.8'), four('8.8.4.4')]],
    times: 1,
  });
  expect(await looked(answers, false)).toEqual({ told: [null, '8.8.8.8', 4], times: 1 });
});

test.each([[['127.0.0.1']], [['8.8.8.8', '192.168.0.1']], [[]]])(
  '%o: none is made',
  async (one) => {
    for (const all of [true, false]) {
      const { told } = await looked([one], all);
      expect(told[0]).toBeInstanceOf(Error);
    }
  },
);
