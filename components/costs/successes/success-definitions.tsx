'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import { MOST_DEFINITIONS, usableName } from '@/lib/call/costs/success-definitions';
import { useAddress } from '@/lib/url/use-address';
import { OutcomeChoice } from './outcome-choice';
import { freshName, successName, withToggled } from './success';

/** The successes of the page: each has a name and the outcomes that count for it. */
export default function SuccessDefinitions() {
  const { address, choose } = useAddress();
  const definitions = address.successes ?? [];
  const [open, setOpen] = useState(0);
  const at = Math.min(open, definitions.length);
  const shown = definitions[at];
  const fresh = definitions.length === 0 ? '' : freshName(definitions);
  const write = (next: typeof definitions) => choose({ successes: next.length > 0 ? next : null });
  return (
    <div className="w-80 max-w-[calc(100vw-2rem)] p-3 text-sm">
      <p className="mb-2 text-xs text-muted">
        The total is divided by the number of calls with one of the outcomes of a success.
      </p>
      {definitions.length > 0 && (
        <fieldset className="mb-2 flex flex-wrap gap-1">
          <legend className="sr-only">Successes</legend>
          {definitions.map((definition, place) => (
            <Choice key={definition.name} chosen={place === at} onChoose={() => setOpen(place)}>
              <bdi className="max-w-40 truncate">{successName(definition)}</bdi>
            </Choice>
          ))}
          {definitions.length < MOST_DEFINITIONS && (
            <Choice chosen={at === definitions.length} onChoose={() => setOpen(definitions.length)}>
              Add a success
            </Choice>
          )}
        </fieldset>
      )}
      {shown && (
        <NameField
          key={`${at} of ${definitions.length}`}
          name={successName(shown)}
          taken={definitions.filter((_, place) => place !== at).map(successName)}
          onName={(name) =>
            write(definitions.map((each, place) => (place === at ? { ...each, name } : each)))
          }
          onRemove={() => write(definitions.filter((_, place) => place !== at))}
        />
      )}
      <OutcomeChoice
        key={at}
        chosen={shown?.outcomes ?? []}
        onToggle={(outcome) =>
          write(
            shown
              ? withToggled(definitions, at, outcome)
              : [...definitions, { name: fresh, outcomes: [outcome] }],
          )
        }
      />
    </div>
  );
}

type ChoiceProps = { chosen: boolean; onChoose: () => void; children: React.ReactNode };

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <Button
      size="small"
      kind="ghost"
      aria-pressed={chosen}
      onClick={onChoose}
      className="aria-pressed:bg-selected aria-pressed:text-accent"
    >
      {children}
    </Button>
  );
}

type NameFieldProps = {
  name: string;
  /** What the other successes are called. */
  taken: readonly string[];
  onName: (name: string) => void;
  onRemove: () => void;
};

/** Written when it is left or Enter is pressed, where it is a name that no other success has. */
function NameField({ name, taken, onName, onRemove }: NameFieldProps) {
  const [draft, setDraft] = useState(name);
  const usable = usableName(draft);
  const problem = taken.includes(usable) ? 'Another success has this name.' : null;
  const keep = () => {
    if (usable === '' || problem !== null) return;
    if (usable !== name) onName(usable);
  };
  return (
    <div className="mb-2">
      <div className="flex items-center gap-2">
        <input
          aria-label="Name of the success"
          aria-invalid={problem !== null}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={keep}
          onKeyDown={({ key }) => {
            if (key === 'Enter') keep();
          }}
          className={WIDE_FIELD}
        />
        <Button size="small" kind="ghost" onClick={onRemove}>
          Remove
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className="mt-1 text-xs text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
