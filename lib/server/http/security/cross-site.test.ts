import { expect, it } from 'vitest';
import { refuseCrossSite } from './cross-site';

const HOST = 'calls.example.com:3000';

it.each([
  ['a page of ours', { 'sec-fetch-site': 'same-origin' }],
  ['a browser that says the origin only', { origin: `http://${HOST}` }],
  ['a page over https, whose end is a proxy', { origin: `https://${HOST}` }],
  ['a host in capitals', { host: 'Calls.Example.com', origin: 'https://calls.example.com' }],
  ['a port that goes without saying', { host: 'a.example:443', origin: 'https://a.example' }],
])('%s may change something', (_, headers) => {
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
    expect(() => refuseCrossSite(method, new Headers({ host: HOST, ...headers }))).not.toThrow();
});

const FOREIGN: Record<string, string>[] = [
  {},
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  // What the browser says for certain counts more.
  { 'sec-fetch-site': 'cross-site', origin: `http://${HOST}` },
  { origin: 'null' },
  { origin: '' },
  { origin: 'http://evil.example' },
  { origin: 'http://calls.example.com' },
  { origin: `http://${HOST}.evil.example` },
  { origin: `http://evil.example/${HOST}` },
  { origin: `http://evil.example#@${HOST}` },
  { origin: `chrome-extension://${HOST}` },
  { origin: `file://${HOST}` },
  { origin: 'http://', host: '' },
  { referer: `http://${HOST}/calls` },
];

it.each(FOREIGN)('%j may read and change nothing', (headers) => {
  const all = new Headers({ host: HOST, ...headers });
  for (const method of ['GET', 'HEAD']) expect(() => refuseCrossSite(method, all)).not.toThrow();
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'ODD'])
    expect(() => refuseCrossSite(method, all)).toThrow(
      expect.objectContaining({ code: 'cross_site_request' }),
    );
});
