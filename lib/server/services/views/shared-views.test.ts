import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { MOST_SHARED_VIEWS } from '@/lib/views/shared-view';
import { createSharedViews } from './shared-views';

const NOW = new Date('2026-11-22T10:30:00Z');
const who = person('manager');
const view = { id: 'a1', name: 'Missed', page: 'calls' as const, query: '?from=-7d' };
const kept = {
  ...view,
  version: 1,
  shared_by: 'manager@example.com',
  shared_at: NOW.toISOString(),
};

let folder: string;
let path: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-views-'));
  path = join(folder, 'data', 'views.json');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The views as another start of the server has them. */
function started() {
  const log = { warn: (...line: unknown[]) => void warnings.push(String(line.at(-1))) };
  return createSharedViews({ path, log, now: () => NOW, refuseLost: () => undefined });
}

describe('shared views', () => {
  it('are there for everybody, and after a restart', async () => {
    expect(await started().list({ who: person('viewer') })).toEqual({ views: [] });
    expect(await started().share(view, { who })).toEqual({ views: [kept] });
    expect(await started().list({ who: person('viewer') })).toEqual({ views: [kept] });
  });

  it.each([person('viewer'), person('reviewer'), OWNER])(
    'are not for %j to change',
    async (other) => {
      const views = started();
      await views.share(view, { who });
      const refused = expect.objectContaining({ code: 'not_allowed' });
      await expect(views.share({ ...view, id: 'b' }, { who: other })).rejects.toEqual(refused);
      await expect(views.change('a1', { ...view, version: 1 }, { who: other })).rejects.toEqual(
        refused,
      );
      await expect(views.remove('a1', 1, { who: other })).rejects.toEqual(refused);
      expect((await views.list({ who })).views).toEqual([kept]);
    },
  );

  it('are changed by who has seen the last version, one of two at once', async () => {
    const views = started();
    await views.share(view, { who });
    const both = await Promise.allSettled([
      views.change('a1', { ...view, name: 'One', version: 1 }, { who }),
      views.change('a1', { ...view, name: 'Two', version: 1 }, { who }),
    ]);
    expect(both).toMatchObject([
      { value: { views: [{ name: 'One', version: 2 }] } },
      { reason: { code: 'view_changed' } },
    ]);
    await expect(views.remove('a1', 1, { who })).rejects.toMatchObject({ code: 'view_changed' });
    expect(await views.remove('a1', 2, { who })).toEqual({ views: [] });
    await expect(views.remove('a1', 2, { who })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lose nothing when many are shared at once, and are bounded', async () => {
    const views = started();
    const sharing = Array.from({ length: MOST_SHARED_VIEWS }, (_, place) =>
      views.share({ ...view, id: `v${place}`, name: `View ${place}` }, { who }),
    );
    await Promise.all(sharing);
    expect((await started().list({ who })).views).toHaveLength(MOST_SHARED_VIEWS);
    await expect(views.share(view, { who })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('have names and ids of their own', async () => {
    const views = started();
    await views.share(view, { who });
    await expect(views.share(view, { who })).rejects.toMatchObject({ code: 'view_changed' });
    await expect(
      views.share({ ...view, id: 'b', name: ' missed ' }, { who }),
    ).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  it.each(['{', '[]', '{"format":1,"views":[{"id":"../x"}]}', '{"format":2,"views":[]}'])(
    'of a file with %s are set aside, which is said',
    async (text) => {
      await started().share(view, { who });
      writeFileSync(path, text);
      const views = started();
      expect(await views.list({ who })).toEqual({ views: [] });
      expect(warnings).toEqual([expect.stringMatching(/set aside as views\.json\.damaged-\d+$/)]);
      await views.share(view, { who });
      const names = readdirSync(join(folder, 'data')).sort();
      expect(names).toEqual(['views.json', expect.stringContaining('views.json.damaged-')]);
      expect(readFileSync(join(folder, 'data', names[1] ?? ''), 'utf8')).toBe(text);
    },
  );

  it('that name a number are not for viewers', async () => {
    const views = started();
    await views.share({ ...view, query: '?search=%2B13125550142' }, { who });
    await views.share({ ...view, id: 'b', name: 'of 312-555-0142' }, { who });
    await views.share({ ...view, id: 'c', name: 'u', query: '?x=13125550142' }, { who });
    await views.share({ ...view, id: 'd', name: 'h', query: '?hours=1,2,3,4,5,6,7,8' }, { who });
    const seen = (await views.list({ who: person('viewer') })).views;
    expect(seen.map(({ id, name }) => [id, name])).toEqual([
      ['b', 'of ••• ••• ••42'],
      ['d', 'h'],
    ]);
    expect((await views.list({ who: person('reviewer') })).views).toHaveLength(4);
  });

  it('that cannot be written are not there', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    const views = started();
    await expect(views.list({ who })).rejects.toThrow();
  });
});
