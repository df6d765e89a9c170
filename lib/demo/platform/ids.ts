import { createHash } from 'node:crypto';
import { ORGANIZATION_ID } from '@/lib/demo/calls/catalogue/use-case';

/** The same UUID for the same words, as version 5 makes them. */
export function uuidOf(words: string): string {
  const hash = createHash('sha1').update(`callscope demo/${words}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

export const ORG_ID = uuidOf(`organization/${ORGANIZATION_ID}`);
