'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { Problem } from '@/lib/call/answers/problem';

const ProblemAdvice = lazily(() => import('./problem-advice'));

type ProblemViewProps = {
  problem: Problem;
  onRetry: () => void;
  /** A few lines inside something else, not a page of its own. */
  compact?: boolean;
};

/** A failure, told: what happened, what to do, and a way to try again. */
export function ProblemView({ problem, onRetry, compact = false }: ProblemViewProps) {
  return (
    <div
      role="alert"
      className={
        compact
          ? 'flex flex-col items-start gap-2 p-4'
          : 'mx-auto flex w-full max-w-xl flex-1 flex-col items-start justify-center gap-3 p-6'
      }
    >
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        <CircleAlert aria-hidden className="size-5 shrink-0 text-bad" />
        {problem.title}
      </h2>
      <p className="wrap-anywhere">{problem.detail}</p>
      {problem.errors && (
        <ul className="list-disc pl-5 wrap-anywhere">
          {problem.errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code className="font-mono text-sm">{field}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <p className="text-muted">
        {problem.code === 'callscope_unreachable' ? (
          'Check that Callscope is running and that this computer is online.'
        ) : (
          <Lazily>
            <ProblemAdvice code={problem.code} />
          </Lazily>
        )}
      </p>
      <Retry key={problem.detail} seconds={problem.retry_after} onRetry={onRetry} />
      <p className="text-xs text-faint">
        Code <code className="font-mono">{problem.code}</code>
      </p>
    </div>
  );
}

function Retry({ seconds, onRetry }: { seconds: number | undefined; onRetry: () => void }) {
  const [left, setLeft] = useState(seconds === undefined ? 0 : Math.ceil(seconds));
  const tick = useEffectEvent(() => {
    setLeft((before) => before - 1);
    if (left <= 1) onRetry();
  });
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  return (
    <div className="flex items-center gap-3">
      <Button kind="accent" onClick={onRetry}>
        Try again
      </Button>
      {waiting && (
        <span role="timer" aria-live="off" className="text-muted">
          Next try in {left} s
        </span>
      )}
    </div>
  );
}
