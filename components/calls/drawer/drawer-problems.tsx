import { ProblemView } from '@/components/calls/problem-view';
import { serverNow } from '@/components/shell/context/server-clock';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Problem } from '@/lib/call/answers/problem';
import type { Meta } from '@/lib/call/answers/responses';
import { formatAgo } from '@/lib/format/time';

type CallProblemProps = { problem: Problem; onRetry: () => void; onClose: () => void };

/** Nothing is known of the call and it could not be loaded. */
export function CallProblem({ problem, onRetry, onClose }: CallProblemProps) {
  return (
    <div className="relative flex min-h-0 flex-1 flex-col overflow-auto border-t border-line">
      {problem.code === 'not_found' ? (
        <div role="alert" className="flex flex-col items-start gap-3 p-4">
          <p>This call does not exist, or no longer does.</p>
          <Button onClick={onClose}>Back to the list</Button>
        </div>
      ) : (
        <ProblemView problem={problem} onRetry={onRetry} compact />
      )}
    </div>
  );
}

/** HappyRobot's answer could not be used: the call is shown as the index knows it. */
export function StandInWord({ meta }: { meta: Meta | undefined }) {
  if (!meta?.reason) return null;
  return (
    <Notice tone="warn">
      {meta.reason.detail} You see the call as the index knows it, as of{' '}
      {formatAgo(meta.as_of, serverNow())}.
    </Notice>
  );
}

/** Something is known of the call, but the whole of it could not be loaded. */
export function RestProblem({ problem, onRetry }: Omit<CallProblemProps, 'onClose'>) {
  if (problem.code === 'not_found')
    return (
      <Notice tone="warn">
        HappyRobot no longer has this call. Shown is what was known of it before.
      </Notice>
    );
  return (
    <Notice tone="warn">
      <span className="flex items-start gap-3">
        <span className="min-w-0 flex-1">
          The whole call could not be loaded: {problem.title}. Shown is what was known of it before.
        </span>
        <Button onClick={onRetry}>Try again</Button>
      </span>
    </Notice>
  );
}
