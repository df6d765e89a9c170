// @ts-check
/**
 * npm runs a script in a shell, and tells only that shell when it is told to end: some shells then go without a
 * word to what they run. So a program that npm started ends when its parent has gone.
 */

const PERIOD_MS = 500;

if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PERIOD_MS);
  watch.unref();
}
