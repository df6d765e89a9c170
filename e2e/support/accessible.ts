import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What hangs on the theme: all else is the same page in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Nothing in the page stands in anybody's way, by day and by night. `within` limits it to the part that the test is about. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    if (within !== undefined) axe.include(within);
    if (colorScheme === 'light') axe.withTags(RULES);
    else axe.withRules(RULES_OF_COLOUR);
    const { violations } = await axe.analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, colorScheme, html, failureSummary })),
    );
    expect(told).toEqual([]);
  }
}
