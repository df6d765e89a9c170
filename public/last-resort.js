/**
 * Never a white page: where React's own error pages fail too, or its code never arrived, this says so and offers to
 * load the page again. It needs nothing but itself, and builds what it shows without markup, as the policy wants it.
 */
(() => {
  const PATIENCE_MS = 1000;
  let waiting = false;

  addEventListener('error', lookSoon);
  addEventListener('unhandledrejection', lookSoon);
  if (document.readyState === 'complete') lookSoon();
  else addEventListener('load', lookSoon);

  function lookSoon() {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      look();
    }, PATIENCE_MS);
  }

  function look() {
    if (document.getElementById('last-resort')) return;
    if (isWhite()) say('This page could not be drawn.', 'page');
    else if (document.readyState === 'complete' && !hasStarted())
      say('This page did not load completely, so nothing in it can be used.', 'bar');
  }

  /** Every page has its content in here, error pages too; what extensions add to a page does not count. */
  function isWhite() {
    return !document.querySelector('main')?.textContent.trim();
  }

  /** `instrumentation-client.ts` leaves this mark. */
  function hasStarted() {
    return performance.getEntriesByName('callscope:started').length > 0;
  }

  function say(sentence, place) {
    const notice = document.createElement('div');
    notice.id = 'last-resort';
    notice.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = `${sentence} Your filters are in the address and are not lost.`;
    const reload = document.createElement('button');
    reload.type = 'button';
    reload.textContent = 'Reload';
    reload.addEventListener('click', () => location.reload());
    Object.assign(words.style, { margin: '0 0 12px' });
    Object.assign(reload.style, { font: 'inherit', padding: '4px 12px', border: '1px solid' });
    Object.assign(notice.style, {
      padding: '24px',
      font: '16px/1.5 system-ui, sans-serif',
      color: 'CanvasText',
      background: 'Canvas',
      ...(place === 'bar' && { position: 'fixed', inset: 'auto 0 0 0', zIndex: '2147483647' }),
    });
    notice.append(words, reload);
    bodyOfPage().append(notice);
  }

  function bodyOfPage() {
    if (!document.documentElement) document.append(document.createElement('html'));
    if (!document.body) document.documentElement.append(document.createElement('body'));
    return document.body;
  }
})();
