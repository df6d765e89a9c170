import { Button } from '@/components/ui/button';
import { keysOf } from '@/lib/call/query/filters';
import type { CellMeasure } from './week';

type WeekChoiceProps = { measure: CellMeasure; onChoose: (measure: CellMeasure) => void };

/** What the hours of the week are coloured by. */
export function WeekChoice({ measure, onChoose }: WeekChoiceProps) {
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1">
      <Choice
        name="Color by"
        options={MEASURES}
        chosen={measure.of}
        onChoose={(of) => onChoose({ ...measure, of })}
      />
      <Choice
        name="Count"
        options={WAYS}
        chosen={measure.by}
        onChoose={(by) => onChoose({ ...measure, by })}
      />
    </div>
  );
}

const MEASURES = { total: 'Cost', calls: 'Calls' } as const;
const WAYS = { occurrence: 'Each time', sum: 'Sum' } as const;

type ChoiceProps<Key extends string> = {
  name: string;
  options: Readonly<Record<Key, string>>;
  chosen: Key;
  onChoose: (key: Key) => void;
};

function Choice<Key extends string>({ name, options, chosen, onChoose }: ChoiceProps<Key>) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{name}</legend>
      {keysOf(options).map((key) => (
        <Button
          key={key}
          size="small"
          kind="ghost"
          aria-pressed={chosen === key}
          onClick={() => onChoose(key)}
          className="aria-pressed:bg-selected aria-pressed:text-accent"
        >
          {options[key]}
        </Button>
      ))}
    </fieldset>
  );
}
