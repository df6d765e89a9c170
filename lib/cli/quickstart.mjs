// @ts-check
import { checkNode, install, run } from './steps.mjs';
import './stop-with-npm.mjs';

/** `npm run quickstart`: from a fresh clone to a running dashboard. Stops at the first step that fails. */

const NODE = process.execPath;

checkNode();
const steps = [
  install,
  () => run(NODE, ['--import', 'tsx', 'lib/cli/check-env.ts']),
  () => run(NODE, ['node_modules/next/dist/bin/next', 'build']),
  () => run(NODE, ['--import', 'tsx', 'lib/cli/serve.ts', 'start']),
];
for (const step of steps) {
  const code = await step();
  if (code !== 0) process.exit(code);
}
