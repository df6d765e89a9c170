import { isExtractedKey } from '@/lib/call/query/extracted';
import { text } from '@/lib/call/values/codec';

/** A key of what was found out, without `x.` before it. */
export const fieldCodec = text((key) =>
  isExtractedKey(key) ? undefined : 'is not the key of an extracted value',
);

/** What is shown of the numbers under a key. */
export const STATISTICS = ['median', 'mean', 'sum', 'spread'] as const;
export type Statistic = (typeof STATISTICS)[number];
