import { createDefaultPolicy } from '@/lib/browser/default-policy';
import { bearMovedNodes } from '@/lib/browser/moved-nodes';

/** Runs in the browser before anything else of the page does. */
createDefaultPolicy();
bearMovedNodes();

// Tells `public/last-resort.js` that the page's code has arrived.
performance.mark('callscope:started');
