import { Notice } from '@/components/ui/notice';
import type { Problem } from '@/lib/call/answers/problem';

/** Something failed while older rows are still on screen; it may be the server, so its code does not come later. */
export function OutdatedNotice({ problem, asOf }: { problem: Problem; asOf: string }) {
  return (
    <Notice tone="bad">
      {problem.title}. {problem.detail} You see the calls as they were at {asOf}.
    </Notice>
  );
}
