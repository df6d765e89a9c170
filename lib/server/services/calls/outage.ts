import type { ProblemCode } from '@/lib/call/answers/problem';
import { isCallscopeError } from '@/lib/server/errors';
import type { Upstream } from '@/lib/server/upstream/port/upstream';

/** The upstream is away, not of another mind. */
const OUTAGES: readonly ProblemCode[] = [
  'upstream_unreachable',
  'upstream_timeout',
  'upstream_failed',
];

/** It answers, but not what it was asked, nothing that makes sense, or that it will not. */
const WRONG_ANSWERS: readonly ProblemCode[] = [
  'upstream_invalid_response',
  'upstream_ignores_paging',
  'upstream_ignores_filter',
  'upstream_rejected',
];

/** Whether a failure means that the upstream is away. */
export function isOutage(failure: unknown): boolean {
  return isCallscopeError(failure) && OUTAGES.includes(failure.code);
}

/** Whether a failure means that what the upstream answers cannot be used. */
export function isWrongAnswer(failure: unknown): boolean {
  return isCallscopeError(failure) && WRONG_ANSWERS.includes(failure.code);
}

/** What HappyRobot is asked; whether it answers shows in these soon enough. */
type Questions = Pick<Upstream, 'listCalls' | 'getCall'>;

/** Knows since when the upstream has not answered anybody, the sync in the background included. */
export type OutageWatch = {
  /** The same questions, with an eye on how they fare. */
  watched(upstream: Questions): Questions;
  /** When the first question was asked that got no answer, after the last one that did; null while it answers. */
  since(): string | null;
};

export function createOutageWatch(now: () => Date): OutageWatch {
  let since: Date | null = null;
  let answered = new Date(0);

  async function observed<T>(asked: Date, answer: Promise<T>): Promise<T> {
    try {
      const told = await answer;
      [since, answered] = [null, now()];
      return told;
    } catch (failure) {
      if (isOutage(failure)) since ??= asked > answered ? asked : answered;
      else if (isRefusal(failure)) [since, answered] = [null, now()];
      throw failure;
    }
  }

  return {
    watched: (upstream) => ({
      listCalls: (...question) => observed(now(), upstream.listCalls(...question)),
      getCall: (...question) => observed(now(), upstream.getCall(...question)),
    }),
    since: () => since?.toISOString() ?? null,
  };
}

/** A no is an answer too. What is not found may never have been asked for. */
function isRefusal(failure: unknown): boolean {
  return isCallscopeError(failure) && failure.code.startsWith('upstream_');
}
