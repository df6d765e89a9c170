import type { Page } from '@playwright/test';

/** Something that a hand does, over and over. */
export type Interaction = {
  name: string;
  /** Where it is done. */
  address: string;
  /** What is done once before; not measured. */
  prepare?: (page: Page) => Promise<void>;
  /** One click or key; nothing else, so that nothing else is measured. */
  act: (page: Page, round: number) => Promise<void>;
  /** Brings the page back to where it can be done again; not measured. */
  settle?: (page: Page) => Promise<void>;
};

const still = (page: Page) => page.waitForLoadState('networkidle');
const row = (page: Page, place: number) =>
  page.locator('tr[data-call] > td:nth-child(3)').nth(place);
const drawer = (page: Page) => page.locator('[role=dialog]');

/** What a reviewer does all day. */
export const interactions: readonly Interaction[] = [
  {
    name: 'click on a facet',
    address: '/calls',
    act: (page) =>
      page.getByRole('group', { name: 'Status' }).getByRole('checkbox').first().click(),
    settle: still,
  },
  { name: 'next row', address: '/calls', act: (page) => page.keyboard.press('j') },
  {
    name: 'open a call',
    address: '/calls',
    act: (page, round) => row(page, round % 15).click(),
    settle: async (page) => {
      await drawer(page).waitFor();
      await still(page);
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'next call',
    address: '/calls',
    act: (page, round) => (round === 0 ? row(page, 0).click() : page.keyboard.press('j')),
    settle: async (page) => {
      await drawer(page).waitFor();
      await still(page);
    },
  },
  {
    name: 'palette',
    address: '/calls',
    act: (page) => page.keyboard.press('Control+k'),
    settle: async (page) => {
      await drawer(page).waitFor();
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'sort',
    address: '/calls',
    act: (page) => page.locator('th button').filter({ hasText: 'Duration' }).click(),
    settle: still,
  },
  {
    name: 'rating',
    address: '/calls',
    prepare: async (page) => {
      await page.keyboard.press('j');
      await page.locator('tr:focus-within').waitFor();
      await page.keyboard.press('1');
      const asked = page.getByRole('dialog', { name: 'Who reviews' });
      await asked.getByRole('textbox').fill('bench@company.example');
      await page.keyboard.press('Enter');
      await asked.waitFor({ state: 'hidden' });
      await page.keyboard.press('j');
    },
    act: (page) => page.keyboard.press('1'),
    settle: still,
  },
];
