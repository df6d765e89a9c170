import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import { EnvError, parseEnv, processVariables } from '@/lib/server/boot/env';

/** Ends with 1 and one line for each wrong variable, so that nobody waits for a build that cannot start. */
nextEnv.loadEnvConfig(fileURLToPath(new URL('../..', import.meta.url)), false, {
  info: () => undefined,
  error: () => undefined,
});
try {
  parseEnv(processVariables());
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
