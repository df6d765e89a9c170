import type * as z from 'zod/mini';
import { CallscopeError } from '@/lib/server/errors';

const MAX_BODY_BYTES = 64 * 1024;

/**
 * Reads a request's body as JSON that fits the schema.
 * @throws {CallscopeError} `invalid_request`
 */
export async function readBody<T>(request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new CallscopeError('invalid_request', 'The body must be JSON (application/json).');
  }
  const outcome = schema.safeParse(parse(await textOf(request)));
  if (outcome.success) return outcome.data;
  const errors = outcome.error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'body',
    message,
  }));
  throw new CallscopeError('invalid_request', 'The body is not what this address takes.', {
    errors,
  });
}

async function textOf(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > MAX_BODY_BYTES) {
      await reader?.cancel();
      throw new CallscopeError(
        'invalid_request',
        `The body is larger than ${MAX_BODY_BYTES / 1024} kB.`,
      );
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallscopeError('invalid_request', 'The body is not JSON.');
  }
}
