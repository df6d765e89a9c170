import { expect, type Locator, type Page } from '@playwright/test';
import type { Call } from '@/lib/call/call';
import type { DemoControl } from '@/lib/demo/control/control';
import { drawer } from './calls-page';

/** What the tests of reviewing share. */

export const MAYA = 'maya@example.com';
export const TOM = 'tom@example.com';

/** What a browser says of a request from our own pages, for requests that no browser sends. */
export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** The browser knows who reviews from the start. */
export async function reviewAs(page: Page, email = MAYA): Promise<void> {
  await page.addInitScript((value) => {
    if (localStorage.getItem('callscope.reviewer') === null)
      localStorage.setItem('callscope.reviewer', value);
  }, email);
}

/** A call of the demo as the upstream will have it, with these fields; whoever reviews here has viewed it before. */
export async function withFields(
  upstream: DemoControl,
  call: Call | undefined,
  fields: Partial<Call>,
): Promise<Call> {
  if (!call) throw new Error('The demo has no such call.');
  const changed = { ...call, viewed_by: [MAYA, TOM], ...fields };
  await upstream.insertCalls(changed);
  return changed;
}

/** How the upstream was written to, by method; that a call was looked at does not count. */
export async function writes(upstream: DemoControl): Promise<string[]> {
  const all = await upstream.requests();
  return all
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/viewed'))
    .map(({ method }) => method);
}

export const newNote = (page: Page): Locator =>
  drawer(page).getByRole('textbox', { name: 'New note' });

export const notes = (page: Page): Locator => drawer(page).getByRole('region', { name: 'Notes' });

/** Notes that are on the call, each an article. */
export const noteWith = (page: Page, text: string | RegExp): Locator =>
  notes(page).getByRole('article').filter({ hasText: text });

export const rateButton = (page: Page, emoji: string): Locator =>
  drawer(page).getByRole('button', { name: `Rate ${emoji}` });

export async function expectPressed(button: Locator, pressed: boolean): Promise<void> {
  await expect(button).toHaveAttribute('aria-pressed', String(pressed));
}
