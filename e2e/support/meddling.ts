import type { Page } from '@playwright/test';

/** What extensions, translators and password managers do to a page that is not theirs. */
type Manner = 'beside' | 'around' | 'edges' | 'attributes' | 'removed';
/** When they do it: while the page is parsed, before React takes over, about then, and again and again. */
type Moment = 'parsing' | 'DOMContentLoaded' | 'load' | 'always';

/** Everything in `what` at once. */
export type Meddling = { what: readonly Manner[]; when: Moment };

/** From now on each document that the page opens is meddled with. */
export async function meddle(page: Page, meddling: Meddling): Promise<void> {
  await page.addInitScript(meddleHere, meddling);
}

/** Meddles with what is on screen at this moment. */
export async function meddleNow(page: Page, what: readonly Manner[]): Promise<void> {
  await page.evaluate(meddleHere, { what, when: 'now' } as const);
}

/** Runs in the browser and can use nothing from outside of it. */
function meddleHere({ what, when }: { what: readonly Manner[]; when: Moment | 'now' }) {
  const done = (manner: Manner) => `data-meddled-${manner}`;
  const acts = {
    beside() {
      const DONE = done('beside');
      for (const field of document.querySelectorAll(`:is(input, button, a):not([${DONE}])`)) {
        field.setAttribute(DONE, '');
        const badge = document.createElement('div');
        badge.setAttribute(DONE, '');
        field.after(badge);
      }
    },
    around() {
      const DONE = done('around');
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
      const DONE = done('edges');
      if (!document.body || document.documentElement.hasAttribute(DONE)) return;
      document.documentElement.setAttribute(DONE, '');
      const made = (name: string) => document.createElement(name);
      document.body.prepend(made('div'));
      document.body.append(made('extension-root'));
      document.documentElement.append(made('extension-root'));
      document.head.prepend(made('meta'));
    },
    attributes() {
      const DONE = done('attributes');
      for (const element of document.querySelectorAll(
        `:is(html, body, input, a, div):not([${DONE}])`,
      )) {
        element.setAttribute(DONE, '');
        element.classList.add('meddled');
        element.setAttribute('lang', 'de');
      }
    },
    removed() {
      const DONE = done('removed');
      if (document.documentElement.hasAttribute(DONE)) return;
      const victims = document.querySelectorAll('body svg, body p');
      if (victims.length > 0) document.documentElement.setAttribute(DONE, '');
      for (const victim of victims) victim.remove();
    },
  };
  const act = () => {
    if (document.body) for (const manner of what) acts[manner]();
  };
  const watch = (until?: string) => {
    const observer = new MutationObserver(act);
    observer.observe(document, { childList: true, subtree: true });
    if (until) addEventListener(until, () => observer.disconnect());
  };
  if (when === 'now') act();
  else if (when === 'parsing') watch('DOMContentLoaded');
  else if (when === 'always') watch();
  else addEventListener(when, act);
}
