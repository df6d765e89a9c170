'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import {
  createStore,
  type Hosts,
  useIsTopHost,
  useStore,
} from '@/components/shell/state/external-store';
import { Button, IconButton } from '@/components/ui/button';
import { useAddress } from '@/lib/url/use-address';
import { dismissMessage, type Message, messages } from './messages';

const hosts: Hosts = createStore<readonly symbol[]>([]);

/**
 * Where messages appear. The quiet region is there before the first of them: only so is it read out. An alert is read
 * out when it comes, and an empty one would be taken for one.
 */
export function MessageHost() {
  const all = useStore(messages);
  const { address, choose } = useAddress();
  if (!useIsTopHost(hosts)) return null;
  const isOnScreen = ({ notesOf }: Message) =>
    notesOf !== undefined && address.call === notesOf && address.tab === 'notes';
  const draw = (message: Message) => (
    <MessageBox
      key={message.id}
      // The notes themselves tell it where they are on screen.
      message={isOnScreen(message) ? { ...message, tone: 'said' } : message}
      onShow={
        message.notesOf === undefined
          ? undefined
          : () => choose({ call: message.notesOf, tab: 'notes' })
      }
    />
  );
  const bad = all.filter(({ tone }) => tone === 'bad');
  return (
    <div className="pointer-events-none fixed bottom-12 left-1/2 z-40 flex w-[min(440px,calc(100vw-32px))] -translate-x-1/2 flex-col gap-2">
      <div role="status" aria-label="Messages" className="flex flex-col gap-2">
        {all.filter(({ tone }) => tone !== 'bad').map(draw)}
      </div>
      {bad.length > 0 && (
        <div role="alert" className="flex flex-col gap-2">
          {bad.map(draw)}
        </div>
      )}
    </div>
  );
}

type MessageBoxProps = { message: Message; onShow: (() => void) | undefined };

function MessageBox({ message: { id, text, tone, action }, onShow }: MessageBoxProps) {
  if (tone === 'said') return <p className="sr-only">{text}</p>;
  return (
    <div
      className={clsx(
        'pointer-events-auto flex items-start gap-2 rounded-lg border bg-raised py-1.5 pr-1.5 pl-3 text-sm text-text shadow-lg',
        tone === 'bad' ? 'border-bad' : 'border-line-strong',
      )}
    >
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">
        <bdi>{text}</bdi>
      </p>
      {action && (
        <Button size="small" onClick={() => then(action.run)}>
          {action.label}
        </Button>
      )}
      {onShow && (
        <Button size="small" onClick={() => then(onShow)}>
          Show
        </Button>
      )}
      <IconButton label="Dismiss message" size="small" onClick={() => dismissMessage(id)}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  );

  function then(run: () => void) {
    run();
    dismissMessage(id);
  }
}
