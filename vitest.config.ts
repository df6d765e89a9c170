import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Those that put other modules in the place of ours, that set up the whole app, or that measure their process. */
const APART = [
  'app/**/*.test.{ts,tsx}',
  'lib/server/http/page.test.ts',
  'lib/server/services/recordings/memory.test.ts',
];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    // A busy machine must not fail a test: what never ends fails all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One core is not kept free: nobody waits for anything else here.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Each worker loads a module once, for all its files: half the work of loading it for each.
        test: {
          name: 'together',
          include: ['{components,lib}/**/*.test.{ts,tsx}'],
          exclude: APART,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
