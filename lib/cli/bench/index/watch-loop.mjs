// @ts-check
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the dashboard with `--import`: answers how late its event loop was and how much memory it holds. */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

process.on('message', (message) => {
  if (message === 'reset') delay.reset();
  if (message !== 'report') return;
  process.send?.({
    loopP99: delay.percentile(99) / 1e6,
    loopMax: delay.max / 1e6,
    rss: process.memoryUsage.rss(),
  });
});
