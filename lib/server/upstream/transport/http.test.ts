import { expect, test } from 'vitest';
import { wantedEncoding } from './http';

test.each([
  ['https://app.happyrobot.ai/api/v1', 'gzip'],
  ['https://localhost.example.com/api/v1', 'gzip'],
  ['http://127.0.0.1:4010/api/v1', 'identity'],
  ['http://[::1]:4010/api/v1', 'identity'],
  ['https://localhost/api/v1', 'identity'],
])('answers of %s are asked for as %s', (baseUrl, encoding) => {
  expect(wantedEncoding(baseUrl)).toBe(encoding);
});
