import type { Page } from '@playwright/test';

/** What extensions, translators and password managers do to a page that is not theirs. */
export const MEDDLINGS = ['beside', 'around', 'edges', 'attributes', 'removed'] as const;
/** When they do it: while the page is parsed, before React takes over, about then, and after. */
export const MOMENTS = ['parsing', 'interactive', 'DOMContentLoaded', 'load', 'always'] as const;

export type Meddling = { what: (typeof MEDDLINGS)[number]; when: (typeof MOMENTS)[number] };

/** From now on each document that the page opens is meddled with. */
export async function meddle(page: Page, meddling: Meddling): Promise<void> {
  await page.addInitScript(meddleHere, meddling);
}

/** Meddles with what is on screen at this moment. */
export async function meddleNow(page: Page, what: Meddling['what']): Promise<void> {
  await page.evaluate(meddleHere, { what, when: 'now' } as const);
}

/** Runs in the browser and can use nothing from outside of it. */
function meddleHere({ what, when }: { what: Meddling['what']; when: Meddling['when'] | 'now' }) {
  const DONE = 'data-meddled';
  const acts = {
    beside() {
      for (const field of document.querySelectorAll(`:is(input, button, a):not([${DONE}])`)) {
        field.setAttribute(DONE, '');
        const badge = document.createElement('div');
        badge.setAttribute(DONE, '');
        field.after(badge);
      }
    },
    around() {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (texts.nextNode()) found.push(texts.currentNode);
      for (const text of found) {
        const parent = text.parentElement;
        if (!parent || parent.closest(`script, style, [${DONE}]`) || !text.nodeValue?.trim())
          continue;
        const font = document.createElement('font');
        font.setAttribute(DONE, '');
        text.parentNode?.replaceChild(font, text);
        font.append(text);
      }
    },
    edges() {
      if (!document.body || document.documentElement.hasAttribute(DONE)) return;
      document.documentElement.setAttribute(DONE, '');
      const made = (name: string) => document.createElement(name);
      document.body.prepend(made('div'));
      document.body.append(made('extension-root'));
      document.documentElement.append(made('extension-root'));
      document.head.prepend(made('meta'));
    },
    attributes() {
      for (const element of document.querySelectorAll(
        `:is(html, body, input, a, div):not([${DONE}])`,
      )) {
        element.setAttribute(DONE, '');
        element.classList.add('meddled');
        element.setAttribute('lang', 'de');
      }
    },
    removed() {
      if (document.documentElement.hasAttribute(DONE)) return;
      const victims = document.querySelectorAll('body svg, body p, main > div > :first-child');
      if (victims.length > 0) document.documentElement.setAttribute(DONE, '');
      for (const victim of victims) victim.remove();
    },
  };
  const act = () => {
    if (document.body) acts[what]();
  };
  const watch = (until?: string) => {
    const observer = new MutationObserver(act);
    observer.observe(document, { childList: true, subtree: true });
    if (until) addEventListener(until, () => observer.disconnect());
  };
  if (when === 'now') act();
  else if (when === 'parsing') watch('DOMContentLoaded');
  else if (when === 'always') watch();
  else if (when === 'interactive')
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'interactive') act();
    });
  else addEventListener(when, act);
}
