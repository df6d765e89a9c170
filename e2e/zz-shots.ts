import { chromium } from '@playwright/test';
import { startServers } from '@/e2e/support/servers';

const s = await startServers({ sync: true, transcripts: true, calls: 1200 });
try {
  for (;;) {
    const t = (await (await fetch(`${s.url}/api/sync`)).json()).transcripts;
    if (t.state === 'idle') break;
    await new Promise((r) => setTimeout(r, 300));
  }
  const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell' });
  for (const [name, width, height, scheme] of [
    ['wide', 1440, 900, 'light'],
    ['dark', 1440, 900, 'dark'],
    ['phone', 390, 844, 'light'],
  ] as const) {
    const p = await b.newPage({ viewport: { width, height }, colorScheme: scheme });
    await p.goto(`${s.url}/calls?said=${encodeURIComponent('load "one moment"')}`);
    await p.waitForSelector('mark');
    await p.waitForTimeout(800);
    await p.screenshot({ path: `/tmp/said/${name}.png` });
    await p.locator('tr[data-call] a').first().click();
    await p.waitForTimeout(1500);
    await p.screenshot({ path: `/tmp/said/${name}-open.png` });
    if (name === 'wide') {
      await p.keyboard.press('Escape');
      await p.getByRole('button', { name: /^Index/ }).click();
      await p.waitForTimeout(800);
      await p.screenshot({ path: `/tmp/said/sync.png` });
    }
    await p.close();
  }
  await b.close();
} finally {
  await s.stop();
}
