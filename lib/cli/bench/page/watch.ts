import type { Page } from '@playwright/test';
import * as z from 'zod';

/** Interactions shorter than this are not reported by the browser: they count as this. */
const SHORTEST_MS = 16;
/** How long after an interaction its report may come. */
const REPORT_MS = 300;
const SCROLL_FRAMES = 240;
const STEP_PX = 300;

/** Has the page note its largest paint and each interaction, from its first moment on. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript((shortest) => {
    const seen = { paint: 0, interaction: 0 };
    Object.assign(window, { callscopeBench: seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.paint = Math.max(seen.paint, startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        seen.interaction = Math.max(seen.interaction, duration);
    }).observe(Object.assign({ type: 'event' }, { durationThreshold: shortest }));
  }, SHORTEST_MS);
}

const seenSchema = z.object({ paint: z.number(), interaction: z.number() });

async function readSeen(page: Page) {
  return seenSchema.parse(await page.evaluate('window.callscopeBench'));
}

/** Milliseconds from the start of the navigation to the largest paint. */
export async function readPaint(page: Page): Promise<number> {
  return (await readSeen(page)).paint;
}

/** Milliseconds from what `act` does to the next paint. */
export async function readInteraction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('window.callscopeBench.interaction = 0');
  await act();
  await page.waitForTimeout(REPORT_MS);
  return Math.max(SHORTEST_MS, (await readSeen(page)).interaction);
}

/** Milliseconds of each frame while the table is scrolled down by a good part of a screen a frame. */
export async function readFrames(page: Page): Promise<number[]> {
  return page.evaluate(
    async ({ frames, step }) => {
      const scroller = document.querySelector('table[aria-label=Calls]')?.parentElement;
      const times: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
        scroller?.scrollBy({ top: step });
      }
      return times.slice(1);
    },
    { frames: SCROLL_FRAMES, step: STEP_PX },
  );
}
