'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Stethoscope } from 'lucide-react';
import { serverNow } from '@/components/shell/context/server-clock';
import { Button } from '@/components/ui/button';
import { problemOf } from '@/lib/api/get-json';
import { checkUpstream, upstreamQueryOptions } from '@/lib/api/upstream';
import type { UpstreamCheck } from '@/lib/call/answers/upstream-check';
import { plural } from '@/lib/format/number';
import { formatAgo } from '@/lib/format/time';
import { ConnectionFindings } from './connection-findings';

/** What HappyRobot does and does not honor for this account, and a button that finds out anew. */
export function ConnectionCheck({ mayCheck }: { mayCheck: boolean }) {
  const client = useQueryClient();
  const { data } = useQuery(upstreamQueryOptions);
  const check = useMutation({
    mutationFn: checkUpstream,
    onMutate: () => {
      // The check is under way by the time this is answered: from then on its progress is asked for.
      setTimeout(() => client.refetchQueries({ queryKey: upstreamQueryOptions.queryKey }), 300);
    },
    onSuccess: (answer) => client.setQueryData(upstreamQueryOptions.queryKey, answer),
  });
  const running = check.isPending || data?.checking != null;
  return (
    <section aria-label="Connection" className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <h3 className="font-semibold">Connection</h3>
        {mayCheck && (
          <Button size="small" onClick={() => running || check.mutate()} aria-disabled={running}>
            <Stethoscope aria-hidden className="size-3.5" />
            Check the connection
          </Button>
        )}
      </div>
      {running && <CheckProgress checking={data?.checking ?? null} />}
      <p role="status" className="text-muted">
        {running ? 'Asking HappyRobot what it honors, reading only.' : summaryOf(data)}
      </p>
      {check.error && (
        <p role="alert" className="wrap-anywhere text-bad">
          {problemOf(check.error).detail}
        </p>
      )}
      {!running && data && <ConnectionFindings findings={data.findings} />}
    </section>
  );
}

function CheckProgress({ checking }: { checking: UpstreamCheck['checking'] }) {
  return (
    <progress
      aria-label="Checked"
      value={checking?.done ?? 0}
      max={checking?.of ?? 1}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-neutral-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent"
    />
  );
}

function summaryOf(check: UpstreamCheck | undefined): string {
  if (!check) return 'Asking…';
  if (check.checked_at === null) return 'Not checked yet.';
  const count = (outcome: string) =>
    check.findings.filter((finding) => finding.outcome === outcome).length;
  const ago = formatAgo(check.checked_at, serverNow());
  const when = ago === 'now' ? 'just now' : ago;
  const [fails, differs] = [count('fails'), count('differs')];
  if (fails > 0) return `Checked ${when}: ${plural(fails, 'thing')} to fix.`;
  if (differs === 0) return `Checked ${when}: all is well.`;
  return `Checked ${when}: all is well, ${plural(differs, 'thing differs', 'things differ')} from what is documented.`;
}
