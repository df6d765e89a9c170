import type { Codec } from '@/lib/call/values/codec';

/** No recording is longer: a day. */
const MOST = 86_400;

/** Seconds into a recording, to the tenth. */
export const momentCodec: Codec<number> = {
  decode: (text) => {
    const value = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    return value <= MOST
      ? { value: Math.round(value * 10) / 10 }
      : { problem: `must be seconds into the recording, from 0 to ${MOST}` };
  },
  encode: (seconds) => String(Math.round(seconds * 10) / 10),
};
