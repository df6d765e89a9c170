import type { Dispatcher } from 'undici';
import type { ProbeAnswer } from '@/lib/server/upstream/port/upstream';
import { readBody } from './body/body';
import type { KeyGuard } from './key-guard';

/** Names of headers that say how much may be asked; nothing else of what a server sends is passed on. */
const TELLING = /^(x-)?rate-?limit(-[a-z]{1,20}){0,2}$|^retry-after$/;
const MAX_LEFT_BYTES = 16 * 1024;

/** What came back, whatever its status: the body only where it is JSON or text, and no header that could hold an address. */
export async function readProbe(
  response: Dispatcher.ResponseData,
  guard: KeyGuard,
): Promise<Omit<ProbeAnswer, 'ms'>> {
  const { statusCode: status, headers, body } = response;
  const type = String(headers['content-type'] ?? '');
  const answer = { status, headers: telling(headers, guard) };
  try {
    if (status >= 300 && status < 400) return { ...answer, form: 'other', body: undefined };
    if (/\bhtml\b/i.test(type)) return { ...answer, form: 'html', body: undefined };
    if (/^(audio|video|image)\/|octet-stream/i.test(type))
      return { ...answer, form: 'other', body: undefined };
    const text = guard.redact(await readBody(body, headers['content-encoding']));
    return { ...answer, ...parsed(text) };
  } finally {
    // Only what nobody reads is left: a little of it, so that the connection can be used again.
    if (!body.destroyed && !body.readableEnded)
      body.dump({ limit: MAX_LEFT_BYTES }).catch(() => undefined);
  }
}

function parsed(text: string): Pick<ProbeAnswer, 'form' | 'body'> {
  try {
    const body: unknown = JSON.parse(text);
    return { form: 'json', body };
  } catch {
    return { form: 'text', body: text };
  }
}

function telling(headers: Dispatcher.ResponseData['headers'], guard: KeyGuard) {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!TELLING.test(name) || typeof value !== 'string') continue;
    if (/^[\w ,;=":+.-]{1,60}$/.test(value) && !guard.reveals(value)) found[name] = value;
  }
  return found;
}
