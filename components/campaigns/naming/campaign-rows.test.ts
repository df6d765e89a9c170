import { describe, expect, it } from 'vitest';
import { campaignRows, rowsFound } from './campaign-rows';

const value = (id: string, count: number) => ({ value: id, label: `label of ${id}`, count });
const name = (campaign: string, called: string, version: number) => ({
  campaign,
  name: called,
  label: `${called} (…)`,
  version,
  named_by: '',
  named_at: '2026-11-29T10:30:00Z',
});

const rows = campaignRows(
  [value('b1', 9), value('\\(none)', 2), value('a1', 1), value('(none)', 40)],
  { campaigns: [name('gone', 'Before', 1), name('a1', 'Winter', 2)] },
);

describe('campaigns to name', () => {
  it('are those of calls as they were counted, then those that only have a name', () => {
    expect(rows).toEqual([
      { campaign: 'b1', calls: 9, name: null, version: null },
      { campaign: '\\(none)', calls: 2, name: null, version: null },
      { campaign: 'a1', calls: 1, name: 'Winter', version: 2 },
      { campaign: 'gone', calls: 0, name: 'Before', version: 1 },
    ]);
  });

  it.each([
    ['', ['b1', '\\(none)', 'a1', 'gone']],
    [' WINT ', ['a1']],
    ['1', ['b1', 'a1']],
    ['nothing', []],
  ])('are found by id or name: %j', (text, found) => {
    expect(rowsFound(rows, text).map(({ campaign }) => campaign)).toEqual(found);
  });
});
