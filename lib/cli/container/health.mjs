// @ts-check
/** The health check of the container, which has no curl: ends with 0 when Callscope answers, else with 1. */

const port = process.env.PORT?.trim() || '3000';
const PATIENCE_MS = 4_000;

try {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
