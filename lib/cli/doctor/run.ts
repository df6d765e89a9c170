import type { Finding, UpstreamCheck } from '@/lib/call/answers/upstream-check';
import type { Env } from '@/lib/server/boot/env';
import { createLog } from '@/lib/server/observability/log';
import { examine } from '@/lib/server/services/connection/doctor/examine';
import type { IndexFacts } from '@/lib/server/services/connection/doctor/step';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import { readRecord } from '@/lib/server/upstream/reading/record';

/** All well; something fails; HappyRobot could not be asked. */
export type ExitCode = 0 | 1 | 2;

type Parts = {
  env: Pick<Env, 'timeoutMs' | 'syncSettings'>;
  upstream: NonNullable<Env['upstream']>;
  index: () => Promise<IndexFacts>;
  /** For machines: one JSON document at the end instead of a line for each finding. */
  json: boolean;
  print: (line: string) => void;
  signal: AbortSignal;
};

/** Asks the upstream and prints what was found out. */
export async function runDoctor(parts: Parts): Promise<ExitCode> {
  const { env, upstream, print, json, signal } = parts;
  const client = createUpstream({
    baseUrl: upstream.url,
    apiKey: upstream.key,
    log: createLog({ level: 'silent', secret: upstream.key }),
    timeouts: { totalMs: env.timeoutMs },
    ...(upstream.organizationId !== undefined && { organizationId: upstream.organizationId }),
  });
  if (!json) print(`Asking ${new URL(upstream.url).host}, reading only.\n`);
  try {
    const { findings, capabilities, oddFields, answered } = await examine({
      upstream: client,
      read: (record) => readRecord(record, { whole: true, now: new Date() }),
      index: parts.index,
      share: env.syncSettings.share,
      signal,
      ...(!json && { onFinding: (finding) => print(lineOf(finding)) }),
    });
    const checked_at = new Date().toISOString();
    const check: UpstreamCheck = {
      checking: null,
      kind: 'calls',
      checked_at,
      capabilities,
      findings,
      odd_fields: oddFields,
    };
    print(json ? JSON.stringify(check, null, 2) : `\n${summary(findings)}`);
    if (!answered) return 2;
    return findings.some(({ outcome }) => outcome === 'fails') ? 1 : 0;
  } finally {
    await client.close();
  }
}

const MARKS: Record<Finding['outcome'], string> = {
  ok: 'ok     ',
  differs: 'differs',
  fails: 'FAILS  ',
  unknown: 'unknown',
};

function lineOf({ subject, outcome, detail }: Finding): string {
  return `${MARKS[outcome]}  ${subject}: ${detail}`;
}

function summary(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).length;
  if (count('fails') > 0) return 'Something is wrong: see the lines that begin with FAILS.';
  const differs = count('differs');
  if (differs === 0) return 'All is well.';
  return `All is well: Callscope copes with ${differs === 1 ? 'the one thing that differs' : `the ${differs} things that differ`}.`;
}
