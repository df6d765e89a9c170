import clsx from 'clsx';
import { FIELD } from './field';

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  onChoose: (value: Value) => void;
  disabled?: boolean;
  className?: string;
};

/** One of a few values, with its name beside it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, values, nameOf, onChoose, disabled, className } = props;
  return (
    <label className="flex items-center gap-1.5 text-sm text-muted">
      {label}
      <select
        value={value}
        disabled={disabled}
        onChange={({ target }) => {
          const chosen = values.find((each) => each === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
        className={clsx(FIELD, 'h-7 px-1.5', className)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
