'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Check, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { TimeProvider } from '@/components/shell/context/time-context';
import { Kbd } from '@/components/ui/kbd';
import Sheet from '@/components/ui/sheet';
import { plural } from '@/lib/format/number';
import type { Command, CommandGroup } from './commands';
import { useCommands } from './use-commands';

/** Goes anywhere and does anything by its name. Load it lazily. */
export default function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Sheet label="Command palette" side="center" onClose={onClose}>
      <TimeProvider>
        <Commands onClose={onClose} />
      </TimeProvider>
    </Sheet>
  );
}

function Commands({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [waiting, setWaiting] = useState(false);
  const groups = useCommands(typed);
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={typed}
      // A command that was chosen does not become what is searched for.
      onValueChange={(text, { reason }) => reason === 'input-change' && setTyped(text)}
      itemToStringValue={({ label }: Command) => label}
    >
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Autocomplete.Input
          aria-label="Find a command"
          placeholder="Call id, phone number, filter, view, page…"
          maxLength={200}
          spellCheck={false}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <span aria-hidden className="max-md:hidden">
          <Kbd>Esc</Kbd>
        </span>
      </div>
      <Autocomplete.Status className="sr-only">
        {waiting ? 'Looking for the call' : plural(count, 'command')}
      </Autocomplete.Status>
      <Autocomplete.List
        aria-label="Commands"
        aria-busy={waiting}
        className="min-h-0 flex-1 scroll-py-8 overflow-y-auto overscroll-contain px-1.5 pb-1.5 aria-busy:opacity-60"
      >
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className="pt-1.5">
            <Autocomplete.GroupLabel className="px-2 py-1 text-xs font-semibold text-muted">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Option key={command.id} command={command} onRun={() => void run(command)} />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );

  async function run(command: Command) {
    if (waiting) return;
    const found = command.run();
    if (found === undefined) return onClose();
    setWaiting(true);
    const act = await found;
    if (!open.current) return;
    onClose();
    act();
  }
}

function Option({ command, onRun }: { command: Command; onRun: () => void }) {
  const { icon: Icon, kind, label, detail, applied } = command;
  return (
    <Autocomplete.Item
      value={command}
      onClick={onRun}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-highlighted:bg-selected"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 truncate">
        {kind && <span className="text-muted">{kind}: </span>}
        <bdi>{label}</bdi>
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-1.5 pl-2 text-xs text-muted">
        {detail}
        {applied && (
          <>
            <Check aria-hidden className="size-3.5 text-accent" />
            <span className="text-accent">on</span>
          </>
        )}
      </span>
    </Autocomplete.Item>
  );
}
