import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '@/lib/server/observability/log';
import { readForPage } from './page';
import { createRequestLimits } from './security/request-limits';

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-callscope-client-address': '192.0.2.1' }),
}));

const KEY = Symbol.for('callscope.container');
afterEach(() => Reflect.deleteProperty(globalThis, KEY));

it('what a page asks counts like a request to the API', async () => {
  const account = { subject: 'ana', email: 'ana@example.com', name: 'Ana' };
  Reflect.set(globalThis, KEY, {
    calls: {},
    log: createLog({ level: 'silent', secret: undefined }),
    limits: createRequestLimits(60, () => 0),
    auth: { visit: async () => ({ who: { role: 'viewer', account } }) },
  });
  const ask = () => readForPage(async () => 'told');
  for (let times = 0; times < 30; times++) expect(await ask()).toBe('told');
  await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests', retry_after: 1 });
});
