'use client';

import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { FIELD } from '@/components/ui/field';
import { extractionQueryOptions } from '@/lib/api/extraction';
import { problemOf } from '@/lib/api/get-json';
import { isMasked } from '@/lib/call/values/masked-number';
import { extractedWords } from '@/lib/format/extracted';
import { plural } from '@/lib/format/number';
import { type ChoosableField, fieldSections } from './field-sections';

type KeyPickerProps = {
  /** What the search is for. */
  label: string;
  isChosen: (key: string) => boolean;
  onChoose: (key: string) => void;
};

/** Every extracted value by the use case that has it most, to be found by its name. Load it lazily. */
export default function KeyPicker({ label, isChosen, onChoose }: KeyPickerProps) {
  const { data, error } = useQuery(extractionQueryOptions());
  const [text, setText] = useState('');
  const sections = data ? fieldSections(data.fields, text) : [];
  return (
    <div className="flex max-h-96 flex-col">
      <div className="border-b border-line p-2">
        <input
          type="search"
          aria-label={label}
          placeholder="Find by name or use case…"
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          className={`${FIELD} h-8 w-full px-2`}
        />
      </div>
      <div className="min-h-0 overflow-y-auto p-1">
        {sections.map(({ id, name, fields }) => (
          <section key={id} aria-label={name}>
            <h4 className="px-2 pt-2 pb-1 text-2xs font-semibold text-muted">
              <bdi>{name}</bdi>
            </h4>
            <ul>
              {fields.map((field) => (
                <FieldRow
                  key={field.key}
                  field={field}
                  chosen={isChosen(field.key)}
                  onChoose={() => onChoose(field.key)}
                />
              ))}
            </ul>
          </section>
        ))}
        <p role="status" className="px-2 py-2 text-xs text-muted empty:hidden">
          {status()}
        </p>
        <p className="px-2 pb-2 text-xs text-muted empty:hidden">
          {data && extractedWords(data.meta)}
        </p>
      </div>
    </div>
  );

  function status(): string {
    if (error) return problemOf(error).detail;
    if (!data) return 'Loading…';
    if (data.fields.length === 0) return 'Nothing has been extracted from calls yet.';
    if (sections.length === 0) return 'No extracted value has such a name.';
    const hidden = data.fields.filter(({ key }) => isMasked(key)).length;
    return [
      data.more > 0 ? `${plural(data.more, 'more key')} that few calls have.` : '',
      hidden > 0 ? `${plural(hidden, 'key')} with a number in the name: hidden for your role.` : '',
    ].join(' ');
  }
}

type FieldRowProps = { field: ChoosableField; chosen: boolean; onChoose: () => void };

function FieldRow({ field, chosen, onChoose }: FieldRowProps) {
  const { key, label, kind, share, description } = field;
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        title={description ?? key}
        onClick={onChoose}
        className="flex min-h-8 w-full items-center gap-2 rounded px-2 text-left text-sm hover:bg-hover"
      >
        <bdi className="min-w-0 flex-1 truncate">{label}</bdi>
        <span className="shrink-0 text-2xs text-muted">{kind}</span>
        <span className="w-9 shrink-0 text-right text-2xs text-muted tabular-nums">
          {share}
          <span className="sr-only"> of calls</span>
        </span>
        <Check aria-hidden className={chosen ? 'size-3.5 text-accent' : 'invisible size-3.5'} />
      </button>
    </li>
  );
}
