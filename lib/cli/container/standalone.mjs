// @ts-check
import { completeStandalone, STANDALONE } from './complete.mjs';
import { sizesIn } from './size.mjs';

/**
 * `npm run standalone`: makes the server that the build laid out whole, so that its folder runs wherever Node is, with
 * no package beside it: `node lib/cli/serve.mjs start`. Prints what it weighs.
 */
try {
  await completeStandalone();
  process.stdout.write(sizesIn(STANDALONE));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
