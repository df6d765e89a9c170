'use client';

import { Search } from 'lucide-react';
import { type Breakdown, breakdownName } from '@/components/costs/view/view';
import { Choice } from '@/components/ui/choice';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';

const KeyPicker = lazily(() => import('@/components/filters/extracted/key-picker'));

type GroupByChoiceProps<T extends Breakdown> = {
  value: T | ExtractedName;
  values: readonly T[];
  onChoose: (value: T | ExtractedName) => void;
};

/** What figures are grouped by: one of a few, or one of all that agents find out, which is looked for. */
export function GroupByChoice<T extends Breakdown>({
  value,
  values,
  onChoose,
}: GroupByChoiceProps<T>) {
  return (
    <span className="flex items-center gap-1">
      <Choice<T | ExtractedName>
        label="Group by"
        value={value}
        values={isExtractedName(value) ? [...values, value] : values}
        nameOf={breakdownName}
        onChoose={onChoose}
        className="max-w-48"
      />
      <PopoverButton
        label="By an extracted value"
        aria-label="By an extracted value"
        title="By an extracted value"
        align="end"
        className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover"
        popover={(close) => (
          <Lazily>
            <div className="w-80 max-w-[calc(100vw-2rem)]">
              <KeyPicker
                label="Find an extracted value"
                isChosen={(key) => value === `x.${key}`}
                onChoose={(key) => {
                  onChoose(`x.${key}`);
                  close();
                }}
              />
            </div>
          </Lazily>
        )}
      >
        <Search aria-hidden className="size-3.5" />
      </PopoverButton>
    </span>
  );
}
