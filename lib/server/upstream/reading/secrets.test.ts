import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { aCall } from '@/lib/server/upstream/transport/socket.test-server';
import { isSecretName } from './secret-names';
import { withoutSecrets } from './secrets';

describe('isSecretName', () => {
  test.each([
    'authorization',
    'Authorization',
    'proxy-authorization',
    'api_key',
    'apikey',
    'apiKey',
    'APIKey',
    'api-key',
    'X-Api-Key',
    'OPENAI_API_KEYS',
    'secret',
    'clientSecret',
    'clientsecret',
    'token',
    'accessToken',
    'accesstoken',
    'refresh_token2',
    'password',
    'dbPassword',
    'passwd',
    'credential',
    'credentials',
    'privateKey',
    'private_key',
    'aws_access_key_id',
    'cookie',
    'Set-Cookie',
    'headers',
    'defaultHeaders',
    'webhook_secret_url',
    'prompt_token',
  ])('%s names a secret', (name) => {
    expect(isSecretName(name, 'some text')).toBe(true);
  });

  test.each([
    'keyword',
    'keywords',
    'monkey',
    'key',
    'primary_key',
    'author',
    'authored_by',
    'secretary',
    'tokenizer',
    'header_image',
    'mc_number',
    '',
  ])('%s does not', (name) => {
    expect(isSecretName(name, 'some text')).toBe(false);
  });

  test.each([
    ['max_tokens', 4096],
    ['maxTokens', 4096],
    ['maxtokens', '4096'],
    ['token_count', 12],
    ['completion_tokens_details', { reasoning: 3 }],
  ])('%s is an amount of text', (name, value) => {
    expect(isSecretName(name, value)).toBe(false);
  });
});

describe('withoutSecrets', () => {
  const canary = 'CANARY';
  const call = () =>
    callSchema.parse(
      aCall(1, {
        use_case: {
          id: 'u1',
          model: 'gpt-4o',
          hooks: [{ url: 'https://a.example', headers: { 'x-a': canary } }],
          steps: [{ tool: { apiKey: canary, max_tokens: 200, headers: { a: canary } } }],
        },
        params: { token: canary, load: { 'x-api-key': canary, lane: 'DAL-ATL' } },
        metadata: {
          from: '+1',
          tags: ['a'],
          custom: { password: canary, list: [{ secret: canary, mc: '12' }] },
          unknown: { cookie: canary },
        },
        extraction: { password: 'spelled out', token: 'T-1' },
        classification: { tag: 'won', reasoning: 'r', token: 'kept' },
        notes: [{ id: 'n', content: 'c', secret: 'kept' }],
        ratings: [{ emoji: '✅', token: 'kept' }],
        costs: { total_costs: 1.5, secret: 'kept' },
        unknown: { deep: [{ privateKey: canary, pairs: [{ name: 'Api-Key', value: canary }] }] },
        access_token: canary,
      }),
    );

  test('takes out what names a secret and nothing else', () => {
    const clean = withoutSecrets(call());
    expect(JSON.stringify(clean)).not.toContain(canary);
    expect(clean).toEqual({
      ...call(),
      access_token: undefined,
      use_case: { id: 'u1', model: 'gpt-4o', steps: [{ tool: { max_tokens: 200 } }] },
      params: { load: { lane: 'DAL-ATL' } },
      metadata: { from: '+1', tags: ['a'], custom: { list: [{ mc: '12' }] }, unknown: {} },
      unknown: { deep: [{ pairs: [{ name: 'Api-Key' }] }] },
    });
  });

  const setAside = (path: string, sent: unknown) => {
    const callscope = { set_aside: [{ path, sent }] };
    return withoutSecrets(callSchema.parse(aCall(1, { callscope }))).callscope?.set_aside;
  };

  test.each<[string, unknown]>([
    ['use_case', [{ id: 'u', hooks: [{ url: canary, headers: { 'x-a': canary } }] }]],
    ['use_case', JSON.stringify({ hooks: [{ headers: { authorization: canary } }] })],
    ['use_case', `authorization: ${canary}`],
    ['use_case.name', { hooks: { a: canary }, config: { apiKey: canary } }],
    ['params', [`{"token":"${canary}"}`, { secret: canary }]],
    ['metadata.custom', `token=${canary}`],
    ['agent', { name: 'api_key', value: canary }],
  ])('nothing of %s that was set aside can hold one: %j', (path, sent) => {
    const left = setAside(path, sent);
    expect(left).toMatchObject([{ path }]);
    expect(JSON.stringify(left)).not.toContain(canary);
  });

  test.each<[string, unknown]>([
    ['costs.voip', 0.01],
    ['use_case', '64b7f0c2a1d3e4f5a6b7c8d9'],
    ['extraction', [{ name: 'token', value: 'T-1' }]],
    ['metadata', 'none'],
  ])('%s that was set aside is shown: %j', (path, sent) => {
    expect(setAside(path, sent)).toEqual([{ path, sent }]);
  });

  test('gives back the call itself when it holds no secret', () => {
    const given = callSchema.parse(aCall(1, { metadata: { tags: ['a'], custom: { a: [{}] } } }));
    expect(withoutSecrets(given)).toBe(given);
  });

  test('a key named __proto__ is nothing but a key', () => {
    const params = JSON.parse(
      '{"inner":{"__proto__":{"token":"CANARY","mc":"1"},"apiKey":"CANARY"}}',
    );
    const clean = withoutSecrets(callSchema.parse(aCall(1, { params })));
    expect(JSON.stringify(clean.params)).toBe('{"inner":{"__proto__":{"mc":"1"}}}');
  });

  test('leaves its argument alone', () => {
    const given = call();
    withoutSecrets(given);
    expect(given).toEqual(call());
  });

  test('leaves absent and null use cases as they are', () => {
    expect(withoutSecrets(callSchema.parse(aCall()))).toEqual(aCall());
    expect(withoutSecrets(callSchema.parse(aCall(1, { use_case: null }))).use_case).toBeNull();
  });

  test('whatever is in a call, a call remains without secret names, and a second time changes nothing', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('token', 'apiKey', 'name', 'value', 'hooks'),
    );
    const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('api_key', 'Token'));
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.dictionary(
        name,
        fc.oneof({ maxDepth: 2 }, leaf, fc.array(tie('tree'), { maxLength: 2 }), tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, (extra) => {
        const use_case = { id: 'u', step: extra };
        const clean = withoutSecrets(
          callSchema.parse(aCall(1, { use_case, params: extra, extra })),
        );
        expect(callSchema.safeParse(clean).success).toBe(true);
        expect(JSON.stringify(clean)).not.toMatch(/"(token|apiKey)":"[^"]/);
        expect(clean.extra).toEqual(plainlyScrubbed(extra));
        expect(withoutSecrets(clean)).toEqual(clean);
      }),
    );
  });
});

/** What scrubbing means, in the plainest words: every part copied, nothing saved. */
function plainlyScrubbed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainlyScrubbed);
  const entries = Object.entries(value);
  const isPair = entries.some(
    ([key, text]) =>
      ['name', 'key'].includes(key.toLowerCase()) &&
      typeof text === 'string' &&
      isSecretName(text, ''),
  );
  return Object.fromEntries(
    entries
      .filter(([key, inner]) => !isSecretName(key, inner))
      .filter(([key]) => !(isPair && key.toLowerCase() === 'value'))
      .map(([key, inner]) => [key, plainlyScrubbed(inner)]),
  );
}
