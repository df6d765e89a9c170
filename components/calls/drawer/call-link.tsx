import type { MouseEvent } from 'react';
import { isCallId } from '@/lib/call/call-id';
import { Value } from './facts';

type CallLinkProps = {
  id: string;
  hrefOf: (id: string) => string;
  onOpenCall: (id: string) => void;
};

/** Another call, opened in place of this one. What is no call id is shown and leads nowhere. */
export function CallLink({ id, hrefOf, onOpenCall }: CallLinkProps) {
  if (!isCallId(id)) return <Value text={id} mono />;
  return (
    <a
      href={hrefOf(id)}
      onClick={open}
      className="font-mono text-xs leading-5 wrap-anywhere text-accent underline underline-offset-2"
    >
      {id}
    </a>
  );

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpenCall(id);
  }
}
