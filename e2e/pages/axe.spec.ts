import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { drawer, filters, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import type { DemoControl } from '@/lib/demo/control/control';

type Scene = { page: Page; upstream: DemoControl; call: string };

const FILTERED =
  '?limit=25&type=Inbound&statuses=Completed,Failed&ratings=%E2%9C%85,%F0%9F%91%8E&search=a&from=-90d&colour=red';

const openCall = async ({ page, call }: Scene, tab: string) => {
  await visit(page, `?limit=25&call=${call}&tab=${tab}`);
  await expect(drawer(page).getByRole('tabpanel')).toContainText(/\w/);
};

/** Every state of the page that looks different. */
const SCENES: Record<string, (scene: Scene) => Promise<void>> = {
  list: ({ page }) => visit(page, '?limit=25'),
  'list with filters and a notice': ({ page }) => visit(page, FILTERED),
  'compact list of all columns': async ({ page }) => {
    await visit(
      page,
      '?limit=25&columns=created,review,type,status,from,to,use_case,agent,classification,duration,total_cost,ratings,notes,tags,campaign,model,language,provider',
    );
    await page.getByRole('button', { name: 'Compact rows' }).click();
  },
  'drawer, Overview': (scene) => openCall(scene, 'overview'),
  'drawer, Notes': (scene) => openCall(scene, 'notes'),
  'drawer, Costs': (scene) => openCall(scene, 'costs'),
  'drawer, Raw': (scene) => openCall(scene, 'raw'),
  'nothing matches': async ({ page }) => {
    await visit(page, '?type=Inbound&search=no-such-thing-anywhere');
    await expect(page.getByRole('button', { name: /^Remove Search and show/ })).toBeVisible();
  },
  'empty account': async ({ page, upstream }) => {
    await upstream.setFaults({ kind: 'empty' });
    await visit(page);
  },
  error: async ({ page, upstream }) => {
    await upstream.setFaults({ kind: 'status', status: 429, headers: { 'retry-after': '60' } });
    await visit(page);
    await expect(page.getByText(/Next try in/)).toBeVisible();
  },
  'one broken record': async ({ page, upstream }) => {
    await upstream.insertCalls({ id: 'e2e broken', created: new Date().toISOString() });
    await visit(page, '?limit=25');
    await page.getByText('1 record').click();
  },
  'list of keys': async ({ page }) => {
    await visit(page, '?limit=25');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
  'date range': async ({ page }) => {
    await visit(page, '?limit=25&from=2026-09-02T00:00:00Z&to=2026-09-10T00:00:00Z');
    await filters(page).getByRole('button', { name: 'Date range' }).click();
    await expect(page.getByRole('dialog', { name: 'Date range' }).getByRole('grid')).toBeVisible();
  },
  columns: async ({ page }) => {
    await visit(page, '?limit=25');
    await page.getByRole('button', { name: 'Columns' }).click();
    await expect(page.getByRole('checkbox', { name: 'Provider' })).toBeVisible();
  },
  'phone, list': async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, '?limit=25&type=Inbound');
  },
  'phone, filters': async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, '?limit=25');
    await page.getByRole('button', { name: 'Show filters' }).click();
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  },
  'phone, call': async (scene) => {
    await scene.page.setViewportSize({ width: 390, height: 844 });
    await openCall(scene, 'overview');
  },
};

for (const [name, set] of Object.entries(SCENES))
  test(name, async ({ page, upstream, demoCalls }) => {
    const rich = demoCalls.find(
      ({ notes, costs, ratings, extraction }) =>
        notes?.some(({ flagged }) => flagged) && costs && ratings?.length && extraction?.mc_number,
    );
    await set({ page, upstream, call: rich?.id ?? '' });
    await expectAccessible(page);
  });
