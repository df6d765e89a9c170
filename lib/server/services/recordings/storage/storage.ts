import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import type { CallscopeError } from '@/lib/server/errors';
import { isLoopback } from '@/lib/server/loopback';
import type { Sound } from '@/lib/server/upstream/port/recording';
import type { UpstreamWatch } from '@/lib/server/upstream/port/upstream';
import { checkedLookup, type Resolve } from './checked-lookup';
import { isPublicAddress, isThisMachine } from './public-address';
import { refused, storageFailure } from './storage-failures';

/** Reads what lies at an address that HappyRobot named. It is somebody else's host: it gets no credential of ours. */
export type Storage = {
  /**
   * The answer as it came, once no redirection is left to follow. Its body must be read or destroyed.
   * @throws {CallscopeError} `recording_refused` for an address that must not be asked, `recording_unavailable` for
   * one that cannot
   */
  open(url: string, options: { range?: string | undefined; signal: AbortSignal }): Promise<Sound>;
  close(): Promise<void>;
};

export type StorageOptions = {
  /** HappyRobot itself is on this machine: then what it names may be, too, and over http. */
  local: boolean;
  watch?: Pick<UpstreamWatch, 'asked'>;
  /** How names are looked up; by the system unless given. */
  resolve?: Resolve;
};

const MAX_REDIRECTS = 3;
const CONNECT_MS = 5_000;
const HEADERS_MS = 20_000;
const SILENCE_MS = 20_000;

export function createStorage({ local, watch, resolve }: StorageOptions): Storage {
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (local && isThisMachine(address));
  const agent = new Agent({
    connect: { timeout: CONNECT_MS, lookup: checkedLookup(isAllowed, resolve) },
    headersTimeout: HEADERS_MS,
    bodyTimeout: SILENCE_MS,
  });

  /** @throws `recording_refused` for what must not be asked; names are judged when they are looked up. */
  function checked(address: URL): URL {
    const host = address.hostname.replace(/^\[|\]$/g, '');
    if (
      address.protocol !== 'https:' &&
      !(local && address.protocol === 'http:' && isLoopback(address.hostname))
    )
      throw refused('its address is not https');
    if (address.username !== '' || address.password !== '')
      throw refused('its address has a password');
    // What is no name is not looked up.
    if (isIP(host) !== 0 && !isAllowed(host)) throw refused('its address is inside of a network');
    return address;
  }

  async function follow(url: string, options: Parameters<Storage['open']>[1]): Promise<Sound> {
    let address = checked(parsed(url));
    for (let left = MAX_REDIRECTS; ; left -= 1) {
      const {
        statusCode: status,
        headers,
        body,
      } = await request(address, {
        dispatcher: agent,
        signal: options.signal,
        headers: {
          accept: 'audio/*, */*;q=0.1',
          'accept-encoding': 'identity',
          'user-agent': 'callscope',
          ...(options.range !== undefined && { range: options.range }),
        },
      });
      const { location } = headers;
      const isMoved = status >= 300 && status < 400 && typeof location === 'string';
      if (!isMoved) return { status, headers, body };
      body.on('error', () => undefined).destroy();
      if (left === 0) throw refused(`it was redirected more than ${MAX_REDIRECTS} times`);
      address = checked(parsed(location, address));
    }
  }

  return {
    async open(url, options) {
      const started = performance.now();
      const told = (code?: CallscopeError['code']) =>
        watch?.asked({ subject: 'sound', code, ms: Math.round(performance.now() - started) });
      try {
        const sound = await follow(url, options);
        told(sound.status < 400 ? undefined : 'recording_unavailable');
        return sound;
      } catch (error) {
        options.signal.throwIfAborted();
        const failure = storageFailure(error);
        told(failure.code);
        throw failure;
      }
    },
    close: () => agent.destroy(),
  };
}

function parsed(url: string, base?: URL): URL {
  if (!URL.canParse(url, base)) throw refused('its address is none');
  return new URL(url, base);
}
