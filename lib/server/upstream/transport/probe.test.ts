import { describe, expect, test } from 'vitest';
import { connect, type Handler, json, recordingLog, serve } from './socket.test-server';

const KEY = 'hr_live_CanaryKey0123456789';
const { signal } = new AbortController();

async function probed(handler: Handler, path = '/calls') {
  const log = recordingLog();
  const { url, requests } = await serve(handler);
  const upstream = connect(url, { apiKey: KEY, log });
  const answer = await upstream.probe(path, { limit: '5', search: 'a b' }, { signal });
  return { answer, requests, log };
}

describe('a probe', () => {
  test('asks once and gives back what came, whatever its status', async () => {
    for (const status of [200, 400, 401, 404, 429, 500]) {
      const { answer, requests } = await probed((_, response) => json(response, status, [1]));
      expect(answer).toMatchObject({ status, form: 'json', body: [1], headers: {} });
      expect(requests).toEqual(['/api/v1/calls?limit=5&search=a%20b']);
    }
  });

  test('reads text, but no page, no sound and no redirection', async () => {
    const as = (type: string, status = 200) =>
      probed((_, response) =>
        response
          .writeHead(status, { 'content-type': type, location: 'https://storage.example/x?sig=1' })
          .end('https://storage.example/x?sig=1'),
      ).then(({ answer }) => answer);
    expect(await as('text/plain')).toMatchObject({
      form: 'text',
      body: expect.stringMatching(/sig=1$/),
    });
    for (const [type, form, status] of [
      ['text/html; charset=utf-8', 'html', 200],
      ['audio/wav', 'other', 206],
      ['text/plain', 'other', 302],
    ] as const) {
      const answer = await as(type, status);
      expect(answer).toMatchObject({ form, status, body: undefined });
      expect(JSON.stringify(answer)).not.toContain('storage');
    }
  });

  test('passes on what headers say of limits, and nothing else of them', async () => {
    const { answer } = await probed((_, response) =>
      response
        .writeHead(200, {
          'X-RateLimit-Remaining': '12',
          'retry-after': '3',
          'x-ratelimit-limit': `100 ${KEY}`,
          'x-ratelimit-reset': '<b>soon</b>',
          'set-cookie': 'a=b',
          'x-account': 'somebody@example.com',
        })
        .end('{}'),
    );
    expect(answer.headers).toEqual({ 'x-ratelimit-remaining': '12', 'retry-after': '3' });
  });

  test('takes the key out of what is sent back, and logs nothing of it', async () => {
    const { answer, log } = await probed((request, response) =>
      json(response, 200, { said: request.headers.authorization }),
    );
    expect(answer.body).toEqual({ said: 'Bearer [removed]' });
    expect(log.lines.join()).not.toMatch(/CanaryKey|a b/);
  });

  test('fails with a code when nobody answers', async () => {
    const failed = probed((request) => request.socket.destroy());
    await expect(failed).rejects.toMatchObject({ code: 'upstream_unreachable' });
  });
});
