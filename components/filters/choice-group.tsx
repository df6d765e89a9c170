import type { ReactNode } from 'react';

export type Choice = { value: string; label: string };

type ChoiceGroupProps = {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  /** Above the choices, such as a field to find or add one. */
  children?: ReactNode;
  /** Below the choices, such as a way to see more of them. */
  footer?: ReactNode;
};

/** A filter's values as checkboxes under its name. */
export function ChoiceGroup({
  label,
  choices,
  chosen,
  onToggle,
  children,
  footer,
}: ChoiceGroupProps) {
  return (
    <fieldset className="min-w-0 border-t border-line px-3 py-3">
      <legend className="float-left mb-1 w-full px-1 text-xs font-semibold text-muted">
        {label}
      </legend>
      <div className="clear-both">
        {children}
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-7 cursor-pointer items-center gap-2 rounded px-1 text-sm hover:bg-hover"
          >
            <input
              type="checkbox"
              className="size-3.5 shrink-0"
              checked={chosen.includes(choice.value)}
              onChange={() => onToggle(choice.value)}
            />
            <bdi className="min-w-0 truncate" title={choice.label}>
              {choice.label}
            </bdi>
          </label>
        ))}
        {footer}
      </div>
    </fieldset>
  );
}
