import type { MouseEvent, ReactNode } from 'react';
import { isCallId } from '@/lib/call/call-id';
import { Value } from './facts';

export type OtherCalls = {
  /** Address of another call opened in place of this one. */
  hrefOf: (id: string) => string;
  onOpenCall: (id: string) => void;
};

type CallLinkProps = OtherCalls & {
  id: string;
  /** What stands for the call; its id unless given. */
  children?: ReactNode;
};

/** Another call, opened in place of this one. What is no call id is shown and leads nowhere. */
export function CallLink({ id, hrefOf, onOpenCall, children }: CallLinkProps) {
  if (!isCallId(id)) return <Value text={id} mono />;
  return (
    <a
      href={hrefOf(id)}
      onClick={open}
      className={`text-accent underline underline-offset-2 ${children ? '' : 'font-mono text-xs leading-5 wrap-anywhere'}`}
    >
      {children ?? id}
    </a>
  );

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpenCall(id);
  }
}
