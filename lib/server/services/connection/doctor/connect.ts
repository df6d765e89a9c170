import type { Finding } from '@/lib/call/answers/upstream-check';
import { isCallscopeError } from '@/lib/server/errors';
import type { ProbeAnswer } from '@/lib/server/upstream/port/upstream';
import { type Ask, NoMore } from './ask';
import { type Listing, listingOf } from './listing';

const FIRST_PAGE = 50;

/** The newest calls, or why nothing more can be asked. */
export type Connection =
  | { newest: Listing; finding: Finding }
  | {
      newest?: undefined;
      finding: Finding;
      /** Whether HappyRobot answered at all. */
      answered: boolean;
    };

const SUBJECT = 'Connection';

/** The first request: everything else needs its answer. */
export async function connect(ask: Ask): Promise<Connection> {
  try {
    const answer = await ask('/calls', { sort: 'desc', limit: String(FIRST_PAGE) });
    const newest = listingOf(answer);
    if (!newest) return { finding: fails(problemOf(answer)), answered: answer.status < 500 };
    return { newest, finding: well(newest) };
  } catch (error) {
    if (error instanceof NoMore) return { finding: fails(error.message), answered: false };
    if (!isCallscopeError(error)) throw error;
    // An answer that cannot be read is one; its address may be that of something else.
    const answered = error.code === 'upstream_invalid_response';
    const advice = answered ? '' : ' Check HAPPYROBOT_API_URL and the network of this machine.';
    return { finding: fails(`${error.message}${advice}`), answered };
  }
}

function well({ isPlain }: Listing): Finding {
  if (isPlain) return { subject: SUBJECT, outcome: 'ok', detail: 'HappyRobot accepts the key.' };
  const detail =
    'HappyRobot accepts the key, but wraps its list in another way than documented. Callscope reads it all the same.';
  return { subject: SUBJECT, outcome: 'differs', detail };
}

function fails(detail: string): Finding {
  return { subject: SUBJECT, outcome: 'fails', detail };
}

const PROBLEMS: Partial<Record<number, string>> = {
  401: 'HappyRobot does not accept the API key (status 401): check HAPPYROBOT_API_KEY.',
  403: 'HappyRobot does not let this key read calls (status 403): ask for a key that may.',
  404: 'There is no list of calls at this address (status 404): check HAPPYROBOT_API_URL.',
};

function problemOf({ status, form }: ProbeAnswer): string {
  const known = PROBLEMS[status];
  if (known !== undefined) return known;
  if (status >= 300 && status < 400)
    return 'The address redirects: HAPPYROBOT_API_URL should be the final address.';
  if (status >= 500)
    return `HappyRobot answered with status ${status}: try again later, or ask HappyRobot.`;
  if (status !== 200)
    return `HappyRobot refused the request (status ${status}): check HAPPYROBOT_API_URL and HAPPYROBOT_ORGANIZATION_ID.`;
  if (form === 'html')
    return 'A web page came instead of JSON: HAPPYROBOT_API_URL seems to be the address of a site.';
  return 'What came is no list of calls: check HAPPYROBOT_API_URL.';
}
