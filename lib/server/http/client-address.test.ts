import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOf, clientAddress, networkOf, stampClientAddresses } from './client-address';

describe('the address of a client', () => {
  it.each([
    ['nobody is trusted', '10.0.0.9', '203.0.113.7', 0, '10.0.0.9'],
    ['one proxy told it', '10.0.0.9', '203.0.113.7', 1, '203.0.113.7'],
    ['the client made one up', '10.0.0.9', '1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['there are two proxies', '10.0.0.9', '1.1.1.1,203.0.113.7, 10.0.0.8', 2, '203.0.113.7'],
    ['a proxy was gone around', '10.0.0.9', '1.1.1.1', 2, '10.0.0.9'],
    ['nothing was forwarded', '10.0.0.9', '', 1, '10.0.0.9'],
    ['it is no address', '10.0.0.9', 'unknown', 1, '10.0.0.9'],
    ['it has a port', '10.0.0.9', '203.0.113.7:51234', 1, '203.0.113.7'],
    ['it is IPv6 with a port', '::1', '[2001:db8::7]:51234', 1, '2001:db8::7'],
    ['the socket takes both versions', '::ffff:192.0.2.1', '', 0, '192.0.2.1'],
    ['IPv4 is written in hexadecimal', '10.0.0.9', '::ffff:c000:201', 1, '192.0.2.1'],
    ['the same has a port', '10.0.0.9', '[::FFFF:C000:201]:51234', 1, '192.0.2.1'],
  ])('where %s', (_, remote, forwarded, trusted, address) => {
    expect(addressOf(remote, forwarded, trusted)).toBe(address);
  });

  it('is empty where no server told it', () => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': '203.0.113.7' }))).toBe('');
  });
});

describe('the network of', () => {
  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:FFFF:C000:201', '192.0.2.1'],
    ['::ffff:7f00:1', '127.0.0.1'],
    ['::ffff:0:c000:201', '192.0.2.1'],
    ['::c000:201', '192.0.2.1'],
    ['::192.0.2.1', '192.0.2.1'],
    ['64:ff9b::c000:201', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['2002:c000:201:5::1', '192.0.2.1'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2'],
    ['64:ff9b:1::c000:201', '64:ff9b:1:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['192.0.2.1', '192.0.2.1'],
    ['nonsense', 'nonsense'],
  ])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('over a real socket', () => {
  /** What a request of these lines is taken for. */
  async function asked(...lines: string[]): Promise<string> {
    const server = createServer(({ headers }, response) => {
      const told = headers['x-callscope-client-address'];
      response.end(clientAddress(new Headers({ 'x-callscope-client-address': String(told) })));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const bound = server.address();
    const socket = connect(typeof bound === 'object' && bound !== null ? bound.port : 0);
    socket.write(['GET / HTTP/1.1', 'host: x', 'connection: close', ...lines, '', ''].join('\r\n'));
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer.split('\r\n\r\n')[1]?.split('\r\n').at(1) ?? answer;
  }

  it('is that of the socket, whatever the client claims', async () => {
    stampClientAddresses(0);
    for (const claim of [
      'x-forwarded-for: 203.0.113.7',
      'x-callscope-client-address: 203.0.113.7',
      'X-Callscope-Client-Address: 203.0.113.7\r\nx-callscope-client-address: 203.0.113.8',
    ])
      expect(await asked(claim)).toContain('127.0.0.1');
  });

  it('is what the trusted proxy appended, over all lines of the header', async () => {
    stampClientAddresses(1);
    expect(await asked('x-forwarded-for: 1.1.1.1', 'x-forwarded-for: 203.0.113.7')).toContain(
      '203.0.113.7',
    );
  });
});
