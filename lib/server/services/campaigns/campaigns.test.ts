import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexMeta } from '@/lib/call/answers/answers.test-maker';
import type { CampaignName } from '@/lib/call/answers/campaign-responses';
import { callSchema } from '@/lib/call/call';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createIndexAnswers } from '@/lib/server/services/calls/index-answers';
import { createCampaigns } from './campaigns';

const NOW = new Date('2026-11-22T10:30:00Z');
const CAMPAIGNS = ['aaaa1111', 'aaaa2222', 'aaaa3333', '(none)', null, '+13125559876'];
/** What the first campaign is called is the id of the third. */
const NAMES: [string, string][] = [
  ['aaaa1111', 'aaaa3333'],
  ['aaaa2222', 'Winter +1 (312) 555-9876'],
  ['\\(none)', 'None of it'],
  ['gone', 'Before our time'],
];

const index = holdIndex(openMemoryIndex, () => undefined);
let names: CampaignName[] = [];
let failures: unknown[] = [];
const campaigns = createCampaigns({
  file: {
    read: async () => {
      if (names.length === 0) throw new Error('unreadable');
      return names;
    },
    name: async () => names,
  },
  onFailure: (error) => failures.push(error),
});
const answers = createIndexAnswers({
  index,
  meta: async () => indexMeta(CAMPAIGNS.length),
  campaignLabels: campaigns.labels,
  now: () => NOW,
});

beforeAll(async () => {
  const calls = CAMPAIGNS.map((campaign_id, at) =>
    callSchema.parse({
      id: `65a1b2c3d4e5f60718293a4${at}`,
      type: 'Inbound',
      status: 'Completed',
      created: '2026-11-22T10:00:00Z',
      campaign_id,
      costs: { total_costs: 0.25 },
    }),
  );
  await (await index.store()).keep({ calls, at: NOW.toISOString() });
});
afterAll(() => index.close());

function called(pairs: readonly [string, string][]) {
  failures = [];
  names = pairs.map(([campaign, name], at) => ({
    campaign,
    name,
    version: at + 1,
    named_by: '',
    named_at: NOW.toISOString(),
  }));
}

const EXPECTED = {
  aaaa1111: 'aaaa3333 (…1111)',
  aaaa2222: 'Winter +1 (312) 555-9876',
  aaaa3333: 'aaaa3333',
  '\\(none)': 'None of it',
  '(none)': '(none)',
  '+13125559876': '+13125559876',
};

/** What each campaign is called in the facet, in the groups and in the groups of two periods. */
async function labels(who = OWNER) {
  const { facets } = await answers.facets({ campaigns: ['gone'] }, { who });
  const costs = await answers.costs({ group_by: 'campaign' }, { who });
  const breakdown = await answers.breakdown({ group_by: 'campaign' }, { who });
  const of = (groups: readonly { key: string | null; label: string }[]) =>
    Object.fromEntries(groups.map(({ key, label }) => [key, label]));
  return {
    facet: of(facets.campaigns.map(({ value, label }) => ({ key: value, label }))),
    costs: of(costs.groups),
    breakdown: of(breakdown.groups),
  };
}

describe('what campaigns are called', () => {
  it('stands in facets and groups, each told apart from the others, and in nothing else', async () => {
    called(NAMES);
    expect(await labels()).toEqual({
      facet: { ...EXPECTED, gone: 'Before our time' },
      costs: EXPECTED,
      breakdown: EXPECTED,
    });
    const { groups } = await answers.costs({ group_by: 'type' }, { who: OWNER });
    expect(groups.map(({ label }) => label)).toEqual(['Inbound']);
  });

  it('can be the same name twice', async () => {
    called([
      ['aaaa1111', 'Winter'],
      ['aaaa2222', 'Winter'],
    ]);
    const { facet } = await labels();
    expect(facet).toMatchObject({ aaaa1111: 'Winter (…1111)', aaaa2222: 'Winter (…2222)' });
    expect((await campaigns.list({ who: OWNER })).campaigns.map(({ label }) => label)).toEqual([
      'Winter (…1111)',
      'Winter (…2222)',
    ]);
  });

  it('is searched for numbers before viewers get it', async () => {
    called([...NAMES, ['+13125559876', 'x'], ['+14695559876', 'y']]);
    const who = person('viewer');
    const list = await campaigns.list({ who });
    const told = JSON.stringify([await labels(who), list]);
    expect(told).toContain('Winter •');
    expect(told.replace(/[\s().+-]/g, '')).not.toContain('5559876');
    // Two that look alike: nobody could tell whose name it is.
    expect(list.campaigns.map(({ name }) => name)).not.toContain('x');
    expect(JSON.stringify(await labels(person('reviewer')))).toContain('555-9876');
  });

  it('is an id where names cannot be read: the answer stands, and it is said', async () => {
    called([]);
    expect((await labels()).facet).toMatchObject({ aaaa1111: 'aaaa1111' });
    expect(failures.length).toBeGreaterThan(0);
    await expect(campaigns.list({ who: OWNER })).rejects.toThrow('unreadable');
  });

  it('is given by managers', async () => {
    called(NAMES);
    const wanted = { campaign: 'aaaa3333', name: 'x', version: null };
    for (const role of ['viewer', 'reviewer'] as const)
      await expect(campaigns.name(wanted, { who: person(role) })).rejects.toMatchObject({
        code: 'not_allowed',
      });
    expect((await campaigns.name(wanted, { who: person('manager') })).campaigns).toHaveLength(4);
  });
});
