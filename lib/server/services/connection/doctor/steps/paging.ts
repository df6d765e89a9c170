import { formatCount } from '@/lib/format/number';
import { isCallscopeError } from '@/lib/server/errors';
import { textAt } from '@/lib/server/services/connection/doctor/json';
import { type Listing, listingOf } from '@/lib/server/services/connection/doctor/listing';
import {
  type Account,
  found,
  type Looked,
  type Step,
  type Tools,
} from '@/lib/server/services/connection/doctor/step';

const NAMES = ['skip', 'offset'] as const;
const MOST_SKIPPED = 20;

/** Whether calls can be skipped, and under which name: told by the ids, not by what the answer claims. */
export const paging: Step = {
  subject: 'Paging',
  async look(account, { ask }) {
    const { rows } = account.newest;
    const skipped = Math.min(MOST_SKIPPED, Math.floor(rows.length / 2));
    if (skipped < 2) return found(this.subject, 'unknown', 'There are too few calls to tell.');
    for (const name of NAMES) {
      const answer = await ask('/calls', { sort: 'desc', limit: '5', [name]: String(skipped) });
      const page = listingOf(answer);
      if (page && hasMoved(account.newest, page, skipped)) return honoured(name, page, skipped);
    }
    return found(
      this.subject,
      'fails',
      'HappyRobot sends the same first calls whatever is skipped. Long lists come from the index, which reads by time instead; lists that only HappyRobot can answer end with their first page.',
    );
  },
};

/** New calls push the others down meanwhile, so that half of the way counts. */
function hasMoved(first: Listing, page: Listing, skipped: number): boolean {
  const ids = first.rows.map((row) => textAt(row, 'id'));
  const id = page.rows[0] && textAt(page.rows[0], 'id');
  return id !== undefined && ids.indexOf(id) >= skipped / 2;
}

function honoured(name: (typeof NAMES)[number], page: Listing, skipped: number): Looked {
  const learned = { paging: name };
  if (page.offset === skipped)
    return found('Paging', 'ok', `Works under the name “${name}”.`, learned);
  return found(
    'Paging',
    'differs',
    `Works under the name “${name}”, but the answer does not say where its page starts. Callscope tells it by the ids of the calls.`,
    learned,
  );
}

const SIZES = [2000, 1000, 500, 200, 100];

/** The largest page that comes; what follows looks at its calls. */
export const pageSize: Step = {
  subject: 'Page size',
  async look(account, tools) {
    if (account.newest.rows.length === 0)
      return found(this.subject, 'unknown', 'There are no calls to tell by.');
    for (const size of SIZES) {
      const page = await pageOf(size, tools);
      if (!page || page.rows.length === 0) continue;
      account.sample = page.rows;
      account.largest = { ms: page.ms, limit: Math.max(page.rows.length, page.limit ?? 0) };
      return judged(size, page, account);
    }
    return found(
      this.subject,
      'differs',
      'No page of more than 50 calls comes. Callscope reads in small pages, which takes longer.',
      { max_limit: account.newest.rows.length || null },
    );
  },
};

/** A page that is too large to come in time is none. */
async function pageOf(size: number, { ask }: Tools): Promise<Listing | undefined> {
  try {
    return listingOf(await ask('/calls', { sort: 'desc', limit: String(size) }));
  } catch (error) {
    if (isCallscopeError(error)) return undefined;
    throw error;
  }
}

function judged(size: number, page: Listing, { newest }: Account): Looked {
  const came = page.rows.length;
  const isWhole = came >= (newest.count ?? Number.POSITIVE_INFINITY);
  // An account that fits one page shows how large it may be only by the echo.
  const largest = came < size ? (isWhole ? Math.min(size, page.limit ?? size) : came) : size;
  const learned = { max_limit: largest };
  if (largest === SIZES[0])
    return found('Page size', 'ok', 'Pages of 2,000 calls can be asked for.', learned);
  const how = largest < size ? 'shortened' : 'refused';
  return found(
    'Page size',
    'differs',
    `At most ${formatCount(largest)} calls come at once; larger pages are ${how}. Callscope asks for no more.`,
    learned,
  );
}
