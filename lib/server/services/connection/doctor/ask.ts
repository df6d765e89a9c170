import { setTimeout as wait } from 'node:timers/promises';
import { CallscopeError } from '@/lib/server/errors';
import type { ProbeAnswer, Upstream } from '@/lib/server/upstream/port/upstream';

/** Asks HappyRobot once, or once more when it asked for a moment. */
export type Ask = (
  path: string,
  parameters?: Readonly<Record<string, string>>,
) => Promise<ProbeAnswer>;

/** Nothing more can be asked in this check; the message says why. */
export class NoMore extends Error {}

/** What was noticed while asking. */
export type Heard = {
  /** Milliseconds of each answer. */
  times: number[];
  /** Headers that say how much may be asked, with the last value of each. */
  limits: Map<string, string>;
  /** The latest status by which HappyRobot asked for fewer requests. */
  throttled: boolean;
};

type Parts = {
  probe: Upstream['probe'];
  /** Ends the check at once. */
  signal: AbortSignal;
  /** How long the whole check may take, and one answer, in milliseconds. */
  totalMs?: number;
  answerMs?: number;
  most?: number;
};

const LONGEST_WAIT_S = 5;
const SHORT_WAIT_S = 0.5;

/** At most forty requests in under a minute: a check must not become a load. */
export function createAsk(parts: Parts): { ask: Ask; heard: Heard } {
  const { probe, signal, totalMs = 50_000, answerMs = 15_000, most = 40 } = parts;
  const heard: Heard = { times: [], limits: new Map(), throttled: false };
  const over = AbortSignal.timeout(totalMs);
  let asked = 0;

  async function once(path: string, parameters: Readonly<Record<string, string>>) {
    if (asked >= most) throw new NoMore(`The check asks at most ${most} times, and this was left.`);
    if (over.aborted) throw late();
    asked += 1;
    const slow = AbortSignal.timeout(answerMs);
    try {
      const answer = await probe(path, parameters, {
        signal: AbortSignal.any([signal, over, slow]),
      });
      heard.times.push(answer.ms);
      for (const [name, value] of Object.entries(answer.headers)) heard.limits.set(name, value);
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (over.aborted) throw late();
      if (!slow.aborted) throw error;
      const told = `HappyRobot gave no answer within ${answerMs / 1000} seconds.`;
      throw new CallscopeError('upstream_timeout', told);
    }
  }

  return {
    heard,
    async ask(path, parameters = {}) {
      const answer = await once(path, parameters);
      const isBusy = answer.status === 429;
      if (isBusy) heard.throttled = true;
      if (!isBusy && answer.status < 500) return answer;
      const wished = Number(answer.headers['retry-after'] ?? SHORT_WAIT_S);
      if (!(wished <= LONGEST_WAIT_S)) return isBusy ? refuse() : answer;
      await wait(wished * 1000, undefined, { signal: AbortSignal.any([signal, over]) }).catch(
        () => {
          signal.throwIfAborted();
          throw late();
        },
      );
      const again = await once(path, parameters);
      return again.status === 429 ? refuse() : again;
    },
  };
}

function late(): NoMore {
  return new NoMore('There was no time left: the check takes less than a minute.');
}

function refuse(): never {
  throw new NoMore(
    'HappyRobot asked for fewer requests (status 429), so the check stopped asking.',
  );
}
