import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CampaignName,
  campaignBodySchema,
  MAX_CAMPAIGN_NAME,
} from '@/lib/call/answers/campaign-responses';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { createCampaignFile, MOST_NAMES } from './campaign-file';

const NOW = new Date('2026-11-29T10:30:00Z');
const who = person('manager');
const BY = { named_by: 'manager@example.com', named_at: NOW.toISOString() };
const winter = { campaign: 'c1', name: 'Winter rates', version: null };

let folder: string;
let path: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-campaigns-'));
  path = join(folder, 'data', 'campaigns.json');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The names as another start of the server has them. */
function started(refuseLost: () => void = () => undefined) {
  const log = { warn: (...line: unknown[]) => void warnings.push(String(line.at(-1))) };
  return createCampaignFile({ path, log, now: () => NOW, refuseLost });
}

describe('names of campaigns', () => {
  it('are there after a restart', async () => {
    const names = started();
    expect(await names.read()).toEqual([]);
    await names.name(winter, who);
    const both = await names.name({ ...winter, campaign: '\\(none)' }, who);
    expect(both).toEqual([
      { campaign: 'c1', name: 'Winter rates', version: 1, ...BY },
      { campaign: '\\(none)', name: 'Winter rates', version: 2, ...BY },
    ]);
    expect(await started().read()).toEqual(both);
  });

  it('are changed by who has seen the last version, one of two at once', async () => {
    const names = started();
    await names.name(winter, who);
    const both = await Promise.allSettled([
      names.name({ ...winter, name: 'Spring', version: 1 }, who),
      names.name({ ...winter, name: 'Summer', version: 1 }, who),
    ]);
    expect(both).toMatchObject([
      { value: [{ name: 'Spring', version: 2 }] },
      { reason: { code: 'campaign_changed' } },
    ]);
    expect(await names.name({ ...winter, name: '', version: 2 }, who)).toEqual([]);
    await expect(names.name({ ...winter, version: 2 }, who)).rejects.toMatchObject({
      code: 'campaign_changed',
      message: 'Someone else changed the name of this campaign in the meantime. It has none now.',
    });
    // A name that was taken away and given again is not the one that was seen.
    await names.name(winter, who);
    await expect(names.name({ ...winter, name: 'x', version: 1 }, who)).rejects.toMatchObject({
      code: 'campaign_changed',
    });
  });

  it('never lose a change that was answered, whatever the order', async () => {
    const change = fc.record({
      campaign: fc.constantFrom('a', 'b', '__proto__'),
      name: fc.constantFrom('', 'x', 'y'),
      stale: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        rmSync(path, { force: true });
        const names = started();
        const model = new Map<string, CampaignName>();
        for (const { campaign, name, stale } of changes) {
          const version = model.get(campaign)?.version ?? null;
          const seen = stale ? (version ?? 0) + 1 : version;
          const answer = await names.name({ campaign, name, version: seen }, who).catch(() => null);
          expect(answer === null).toBe(stale);
          if (answer === null) continue;
          const now = answer.find((each) => each.campaign === campaign);
          expect(now?.name ?? '').toBe(name);
          if (now) model.set(campaign, now);
          else model.delete(campaign);
        }
        expect(new Set(await started().read())).toEqual(new Set(model.values()));
      }),
      { numRuns: 25 },
    );
  });

  it('are bounded, and given by nobody in particular where nobody signs in', async () => {
    const campaigns = Array.from({ length: MOST_NAMES }, (_, at) => ({
      campaign: `c${at}`,
      name: 'x',
      version: at + 1,
      ...BY,
    }));
    await started().name(winter, who);
    writeFileSync(path, JSON.stringify({ format: 1, version: MOST_NAMES, campaigns }));
    const names = started();
    await expect(names.name({ ...winter, campaign: 'new' }, who)).rejects.toMatchObject({
      code: 'invalid_request',
    });
    const changed = await names.name({ ...winter, version: 2 }, OWNER);
    expect(changed).toHaveLength(MOST_NAMES);
    expect(changed.at(-1)).toMatchObject({ campaign: 'c1', named_by: '' });
  });

  it.each(['{', '[]', '{"format":1,"version":1,"campaigns":[{"campaign":"c1","name":""}]}'])(
    'of a file with %s are set aside, which is said',
    async (text) => {
      await started().name(winter, who);
      writeFileSync(path, text);
      const names = started();
      expect(await names.read()).toEqual([]);
      expect(warnings).toEqual([
        expect.stringMatching(/names of campaigns.*set aside as campaigns\.json\.damaged-\d+$/),
      ]);
      await names.name(winter, who);
      const files = readdirSync(join(folder, 'data')).sort();
      expect(readFileSync(join(folder, 'data', files[1] ?? ''), 'utf8')).toBe(text);
    },
  );

  it('of a folder that was lost are not none', async () => {
    const lost = () => {
      throw new Error('lost');
    };
    await expect(started(lost).read()).rejects.toThrow('lost');
    await expect(started(lost).name(winter, who)).rejects.toThrow('lost');
  });
});

it.each([
  ['Winter rates', 'Winter rates'],
  ['  Winter rates \t', 'Winter rates'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['حملة الشتاء 👩‍🚀', 'حملة الشتاء 👩‍🚀'],
  ['   ', ''],
  ['', ''],
  ['x'.repeat(MAX_CAMPAIGN_NAME), 'x'.repeat(MAX_CAMPAIGN_NAME)],
  ['x'.repeat(MAX_CAMPAIGN_NAME + 1), null],
  ['two\nlines', null],
  ['two\u2028lines', null],
  ['nul\0', null],
  ['bell\u0007', null],
  ['turned \u202Eround', null],
  ['isolated \u2067text', null],
  ['half \uD83D', null],
  ['\u200B\u200D', null],
  [7, null],
  [null, null],
])('a campaign named %j is called %j', (name, called) => {
  const { success, data } = campaignBodySchema.safeParse({ ...winter, name });
  expect(success ? data.name : null).toBe(called);
});

it.each(['', '(none)', 'x'.repeat(1001)])('%j is no campaign that can have a name', (campaign) => {
  expect(campaignBodySchema.safeParse({ ...winter, campaign }).success).toBe(false);
});
