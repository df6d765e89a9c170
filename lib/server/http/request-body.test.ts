import { describe, expect, it } from 'vitest';
import { noteBodySchema, noteChangeBodySchema, ratingBodySchema } from '@/lib/call/writes';
import { readBody } from './request-body';

const JSON_TYPE = 'application/json; charset=utf-8';

const sent = (body: BodyInit | null, type = JSON_TYPE) =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });

const refused = (fields: object = {}) => ({ code: 'invalid_request', ...fields });

describe('a body', () => {
  it('is read, unknown fields left out and defaults filled in', async () => {
    const body = JSON.stringify({ content: 'Größe\n', by: 'somebody else', user_id: 'x' });
    expect(await readBody(sent(body), noteBodySchema)).toEqual({
      content: 'Größe\n',
      flagged: false,
    });
  });

  it.each([
    ['another type', sent('{"content":"x"}', 'text/plain')],
    ['the type of a form', sent('content=x', 'application/x-www-form-urlencoded')],
    ['no JSON', sent('{')],
    ['nothing', sent(null)],
    ['bytes that are no text', sent(new Uint8Array([0xff, 0xfe, 0x00]))],
  ])('of %s is refused', async (_, request) => {
    await expect(readBody(request, noteBodySchema)).rejects.toMatchObject(refused());
  });

  it('that is larger than 64 kB is refused, and not read to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': JSON_TYPE },
      ...{ duplex: 'half' },
    });
    await expect(readBody(request, noteBodySchema)).rejects.toMatchObject(
      refused({ message: 'The body is larger than 64 kB.' }),
    );
    expect(pulled).toBeLessThan(10);
  });

  it.each([
    [noteBodySchema, {}, 'content'],
    [noteBodySchema, { content: ' \n' }, 'content'],
    [noteBodySchema, { content: 'x'.repeat(10_001) }, 'content'],
    [noteBodySchema, { content: 'x', id: '../x' }, 'id'],
    [noteBodySchema, { content: 'x', flagged: 'yes' }, 'flagged'],
    [noteBodySchema, ['x'], 'body'],
    [noteChangeBodySchema, { content: 'x' }, 'flagged'],
    [noteChangeBodySchema, { content: 'x', flagged: true, seen: { content: 1 } }, 'seen.content'],
    [ratingBodySchema, { emoji: '👍', operation: 'add' }, 'emoji'],
    [ratingBodySchema, { emoji: '✅', operation: 'toggle' }, 'operation'],
  ])('that does not fit names the field', async (schema, body, field) => {
    await expect(readBody<unknown>(sent(JSON.stringify(body)), schema)).rejects.toMatchObject(
      refused({ extra: { errors: [expect.objectContaining({ field })] } }),
    );
  });
});
