'use client';

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';

type NameFormProps = {
  label: string;
  /** The word on the button. */
  action: string;
  /** What is wrong with a name, if anything. */
  check: (name: string) => string | undefined;
  /** Whether the name is kept; the field lets it go only then. */
  onName: (name: string) => Promise<boolean>;
  /** The name so far; the field has the focus then, and Escape leaves the name as it is. */
  rename?: { name: string; onCancel: () => void };
};

/** Asks for the name of a view and refuses kindly. */
export function NameForm({ label, action, check, onName, rename }: NameFormProps) {
  const [name, setName] = useState(rename?.name ?? '');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const renames = rename !== undefined;
  useEffect(() => {
    if (renames) input.current?.select();
  }, [renames]);
  return (
    <form onSubmit={submit} noValidate className="min-w-0 flex-1">
      <div className="flex items-center gap-1.5">
        <input
          ref={input}
          aria-label={label}
          placeholder={label}
          dir="auto"
          value={name}
          onChange={({ target }) => {
            setName(target.value);
            setProblem(undefined);
          }}
          onKeyDown={leaveByEscape}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : id}
          className={`${FIELD} h-8 flex-1 px-2.5`}
          autoComplete="off"
        />
        <Button type="submit">{action}</Button>
        {rename && (
          <Button kind="ghost" onClick={rename.onCancel} className="px-2">
            Cancel
          </Button>
        )}
      </div>
      <p id={id} role="alert" className="text-xs text-bad">
        {problem}
      </p>
    </form>
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(name);
    setProblem(wrong);
    if (wrong !== undefined) return input.current?.focus();
    if (await onName(name)) setName('');
  }

  /** Of this field only: the panel around it stays. */
  function leaveByEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !rename) return;
    event.stopPropagation();
    rename.onCancel();
  }
}
