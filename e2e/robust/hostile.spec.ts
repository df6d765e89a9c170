import { expect, type Page } from '@playwright/test';
import { chips, drawer, facet, search, table, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** Markup that would run, markup that would break the page, right-to-left text, and what spreadsheets and lists trip over. */
const HOSTILE =
  '=1+1 <img src=x onerror="window.hacked=1"><script>window.hacked=1</script></td></table> ' +
  '\u202Eמכאן العربية\u202C 🚛 "quoted", \'single\' {{7*7}} javascript:alert(1) &lt;kept&gt;';

/** Marks text so that a test knows which field it came from. */
const hostile = (field: string) => `${HOSTILE} [${field}]`;

const SHOWN_IN_TABLE = [
  'type',
  'status',
  'from',
  'to',
  'use_case',
  'agent',
  'classification',
  'emoji',
  'note',
  'tag',
  'campaign',
  'model',
  'language',
  'provider',
];

const SHOWN_IN_OVERVIEW = [
  'type',
  'from',
  'to',
  'email',
  'parent',
  'classification',
  'reasoning',
  'emoji',
  'rater',
  'extracted key',
  'extracted value',
  'nested',
  'use_case',
  'use_case id',
  'model',
  'agent',
  'agent id',
  'language',
  'provider',
  'campaign',
  'tag',
  'viewer',
  'custom key',
  'custom value',
  'sid',
  'recording',
];

const ALL_COLUMNS =
  'created,type,status,from,to,use_case,agent,classification,duration,total_cost,ratings,notes,tags,campaign,model,language,provider';

function hostileCall() {
  return {
    id: 'e2e-hostile',
    created: new Date().toISOString(),
    organization_id: hostile('organization'),
    type: hostile('type'),
    status: hostile('status'),
    provider: hostile('provider'),
    metadata: {
      call_sid: hostile('sid'),
      from: hostile('from'),
      to: hostile('to'),
      recording_sid: hostile('recording'),
      tags: [hostile('tag')],
      custom: { [hostile('custom key')]: hostile('custom value') },
    },
    use_case: {
      id: hostile('use_case id'),
      name: hostile('use_case'),
      model: hostile('model'),
      language: 'en',
    },
    agent: { id: hostile('agent id'), name: hostile('agent') },
    language: hostile('language'),
    extraction: {
      [hostile('extracted key')]: hostile('extracted value'),
      list: [{ deep: hostile('nested') }],
    },
    classification: { tag: hostile('classification'), reasoning: hostile('reasoning') },
    viewed_by: [hostile('viewer')],
    parent_call_id: hostile('parent'),
    notes: [
      {
        id: hostile('note id'),
        user_id: hostile('author'),
        content: hostile('note'),
        created_at: hostile('written'),
      },
    ],
    ratings: [{ emoji: hostile('emoji'), email: hostile('rater'), created: hostile('rated') }],
    campaign_id: hostile('campaign'),
    transfer_contact_email: hostile('email'),
    costs: { total_costs: 0.5, 'per-minute': { [hostile('rate')]: 0.2 } },
  };
}

async function expectHarmless(page: Page) {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator('img')).toHaveCount(0);
}

/** Texts that hold right-to-left marks and could turn their neighbours around, as nothing isolates them. */
function unisolated(page: Page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!textContent?.includes('\u202E')) continue;
      if (!parentElement?.closest('bdi, pre, script, option'))
        found.push(`${parentElement?.tagName}: ${textContent.slice(-30)}`);
    }
    return found;
  });
}

test('whatever a call holds is text in the list', async ({ page, upstream }) => {
  await upstream.insertCalls(hostileCall());
  await visit(page, `?columns=${ALL_COLUMNS}&limit=25`);
  const first = table(page).locator('tr[data-call="e2e-hostile"]');
  for (const field of SHOWN_IN_TABLE) await expect(first).toContainText(hostile(field));
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});

test('and in the HTML that the server sends', async ({ request, upstream }) => {
  await upstream.insertCalls(hostileCall());
  const html = await (await request.get('/calls?limit=1&call=e2e-hostile')).text();
  expect(html).toContain('e2e-hostile');
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain('<script>window.hacked');
});

test('and in every tab of the drawer', async ({ page, upstream }) => {
  await upstream.insertCalls(hostileCall());
  await visit(page, '?call=e2e-hostile');
  const panel = drawer(page).getByRole('tabpanel');
  await expect(panel).toContainText(hostile('reasoning'));
  for (const field of SHOWN_IN_OVERVIEW) await expect(panel).toContainText(hostile(field));
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);

  await drawer(page).getByRole('tab', { name: 'Notes' }).click();
  for (const field of ['author', 'note']) await expect(panel).toContainText(hostile(field));
  expect(await unisolated(page)).toEqual([]);

  await drawer(page).getByRole('tab', { name: 'Costs' }).click();
  await expect(panel).toContainText(hostile('rate'));
  expect(await unisolated(page)).toEqual([]);

  await drawer(page).getByRole('tab', { name: 'Raw' }).click();
  // What is no time is shown as it was sent.
  for (const field of ['organization', 'note id', 'rater', 'written'])
    await expect(panel).toContainText(JSON.stringify(hostile(field)));
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});

test('and where the filters offer it', async ({ page, upstream }) => {
  await upstream.insertCalls(hostileCall());
  await visit(page, '?limit=25');
  const offers = { Tags: 'tag', Model: 'model', Campaign: 'campaign', 'Use case': 'use_case' };
  await facet(page, 'Campaign').getByRole('button', { name: 'Campaign' }).click();
  for (const [group, field] of Object.entries(offers)) {
    await facet(page, group).getByRole('textbox').fill(`[${field}]`);
    await expect(facet(page, group).getByRole('checkbox')).toHaveCount(1);
    await expect(facet(page, group)).toContainText(hostile(field));
  }
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});

test('a hostile link is text too', async ({ page }) => {
  const text = HOSTILE.replaceAll(',', ';');
  const params = new URLSearchParams({ search: text, tags: text, [HOSTILE]: HOSTILE });
  await visit(page, `?${params}`);
  await expect(search(page)).toHaveValue(text);
  await expect(chips(page)).toContainText(text);
  await expect(page.getByRole('status').filter({ hasText: 'not understood' })).toContainText(
    HOSTILE,
  );
  await expect(page.getByText('Taking away a single filter brings nothing back')).toBeVisible();
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});

test('a broken record with a hostile id is named as text', async ({ page, upstream }) => {
  await upstream.insertCalls({ id: HOSTILE, created: new Date().toISOString() });
  await visit(page, '?limit=25');
  const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
  await notice.getByText('1 record').click();
  await expect(notice).toContainText(HOSTILE.slice(0, 90));
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});

test('what an upstream says in refusing is text', async ({ page, upstream }) => {
  await upstream.setFaults({ kind: 'status', status: 422, body: { message: HOSTILE } });
  await visit(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('HappyRobot rejected');
  await expectHarmless(page);
  expect(await unisolated(page)).toEqual([]);
});
