import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const RECORDINGS_PATH = '/recordings/';

/** How the sound at an address deviates from what is usual; all of it is signed. */
export type SoundTraits = {
  /** How long it is in place of the call. */
  seconds?: number | undefined;
  /** The media type; nothing for none. */
  type?: string | undefined;
  /** Ranges are ignored. */
  whole?: boolean | undefined;
  /** Nothing says how long the answer is. */
  unsized?: boolean | undefined;
};

/** Addresses of recordings that say themselves until when they are good. */
export type Addresses = {
  sign(origin: string, id: string, traits: SoundTraits): string;
  /** What an address stands for; undefined where it is not one of ours, or has expired. */
  open(url: URL): { id: string; traits: SoundTraits } | undefined;
};

const GOOD_FOR_MS = 5 * 60_000;

export function createAddresses(clock: () => number): Addresses {
  const secret = randomBytes(32);
  const signatureOf = (path: string) => createHmac('sha256', secret).update(path).digest('hex');

  return {
    sign(origin, id, traits) {
      const query = new URLSearchParams({ expires: String(clock() + GOOD_FOR_MS) });
      for (const [name, value] of Object.entries(traits))
        if (value !== undefined) query.set(name, String(value));
      const path = `${RECORDINGS_PATH}${encodeURIComponent(id)}.wav?${query}`;
      return `${origin}${path}&signature=${signatureOf(path)}`;
    },
    open(url) {
      const [path = '', signature = ''] = (url.pathname + url.search).split('&signature=');
      const { searchParams: query } = url;
      if (!isSame(signature, signatureOf(path)) || Number(query.get('expires')) < clock())
        return undefined;
      const id = decodeURIComponent(url.pathname.slice(RECORDINGS_PATH.length, -'.wav'.length));
      const seconds = query.get('seconds');
      return {
        id,
        traits: {
          seconds: seconds === null ? undefined : Number(seconds),
          type: query.get('type') ?? undefined,
          whole: query.get('whole') === 'true',
          unsized: query.get('unsized') === 'true',
        },
      };
    },
  };
}

function isSame(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}
