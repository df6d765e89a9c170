import { createSerializer, parseAsString } from 'nuqs/server';
import { expect, it } from 'vitest';
import { withWrittenNames } from './written-names';

it.each(['x.rate', 'x.P%2EO%2E number', 'min_x.a%2Cb', 'x.a%252E', 'x.50%', 'x.a&b=c+d#e?"é🙂'])(
  'the name %s is read back from the address as it was written',
  (name) => {
    const write = createSerializer(
      { [name]: parseAsString },
      { processUrlSearchParams: withWrittenNames },
    );
    const { search } = new URL(write('/calls?type=Inbound', { [name]: '5%2E' }), 'http://x');
    expect([...new URLSearchParams(search)]).toEqual([
      ['type', 'Inbound'],
      [name, '5%2E'],
    ]);
  },
);
