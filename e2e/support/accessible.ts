import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What hangs on the theme: all else is the same page in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Nothing in the page stands in anybody's way, by day and by night. `within` limits it to the part that the test is about. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // There are no frames, for which axe would open a page of its own; and only what is wrong is told in full.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (within !== undefined) axe.include(within);
    const values = colorScheme === 'light' ? RULES : RULES_OF_COLOUR;
    const type = colorScheme === 'light' ? 'tag' : 'rule';
    axe.options({ resultTypes: ['violations'], runOnly: { type, values } });
    const { violations } = await axe.analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, colorScheme, html, failureSummary })),
    );
    expect(told).toEqual([]);
  }
}
