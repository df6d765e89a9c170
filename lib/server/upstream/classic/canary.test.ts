import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  type Handler,
  json,
  recordingLog,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';

const KEY = 'hr_live_CanaryKey0123456789';

const echo = (
  status: number,
  headers: (key: string) => Record<string, string> = () => ({}),
): Handler => {
  return (request, response) => {
    const sent = request.headers.authorization ?? '';
    response.writeHead(status, { 'content-type': 'application/json', ...headers(sent) });
    response.end(JSON.stringify({ message: `Bad header: ${sent}`, headers: request.headers }));
  };
};

const echoes: [string, Handler][] = [
  ['400', echo(400)],
  ['401', echo(401)],
  ['403', echo(403)],
  ['404', echo(404)],
  ['422', echo(422)],
  ['429', echo(429, (sent) => ({ 'retry-after': sent }))],
  ['500', echo(500)],
  ['a redirect', echo(302, (sent) => ({ location: `https://x.example/${sent}?k=${sent}` }))],
  ['a redirect to a host of that name', echo(301, () => ({ location: `https://${KEY}.example/` }))],
  ['an encoding', echo(200, (sent) => ({ 'content-encoding': sent }))],
  ['a content type', echo(200, (sent) => ({ 'content-type': `text/html; ${sent}` }))],
  ['an answer of the wrong shape', echo(200)],
  ['broken JSON', (request, response) => response.end(request.headers.authorization)],
  [
    'broken HTTP',
    (request) => request.socket.end(`${request.headers.authorization} is not HTTP\r\n\r\n`),
  ],
  ['a list', (_, response) => json(response, 200, { calls: KEY, count: KEY })],
];

describe('the key is told to nobody', () => {
  test.each(echoes)('when it is echoed in %s', async (_, handler) => {
    const log = recordingLog();
    const { url } = await serve(handler);
    const upstream = connect(url, { apiKey: KEY, log });
    const questions = [
      () => upstream.listCalls({ offset: 50 }),
      () => upstream.getCall(aCall().id),
    ];
    for (const ask of questions) {
      const error = await ask().then(
        () => expect.unreachable(),
        (reason: unknown) => reason,
      );
      expect(error).toHaveProperty('code');
      const shown = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
      expect(shown).not.toContain(KEY);
      expect(shown.toLowerCase()).not.toContain(KEY.toLowerCase());
    }
    expect(log.lines).not.toHaveLength(0);
    expect(log.lines.join().toLowerCase()).not.toContain(KEY.toLowerCase());
  });

  test('when nobody answers', async () => {
    const log = recordingLog();
    const { url, server } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    const error = await connect(url, { apiKey: KEY, log })
      .listCalls({})
      .catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(KEY);
    expect(log.lines.join()).not.toContain(KEY);
  });

  test('when it is echoed in the calls', async () => {
    const calls = [
      aCall(1, { extraction: { said: `Bearer ${KEY}`, [KEY]: 1 } }),
      { ...aCall(2), id: KEY, type: 1 },
    ];
    const { url } = await serve((request, response) =>
      json(response, 200, aPage(request.url, calls)),
    );
    const page = await connect(url, { apiKey: KEY }).listCalls({});
    expect(page.calls[0]?.extraction?.said).toBe('Bearer [removed]');
    expect(JSON.stringify(page)).not.toContain(KEY);
  });
});
