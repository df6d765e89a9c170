import clsx from 'clsx';
import { MarkedText } from '@/components/calls/drawer/transcript/search/marked-text';
import { Button } from '@/components/ui/button';
import type { Words } from '@/lib/call/transcript/message-text';
import type { PartKey } from '@/lib/call/transcript/transcript-search';
import { beginning } from '@/lib/call/values/shorten';
import { formatCount } from '@/lib/format/number';
import type { TurnView } from './turn-view';

/** From here on a text is cut, to be shown whole on request. */
const LONG = 4000;
const SHOWN_OF_LONG = 3000;

type PartTextProps = {
  view: TurnView;
  part: PartKey;
  words: Words;
  className?: string;
};

/** A text of a turn, words as words and data as data; of a very long one the beginning until more is asked for. */
export function PartText({ view, part, words: { text, isJson }, className }: PartTextProps) {
  const marks = view.marksOf(part);
  const fold = `${part} whole`;
  const whole = text.length <= LONG || view.isOpen(fold, marks.current !== undefined);
  return (
    <>
      <p
        dir={isJson ? 'ltr' : undefined}
        className={clsx(
          'whitespace-pre-wrap wrap-anywhere',
          isJson && 'font-mono text-xs',
          className,
        )}
      >
        <bdi>
          <MarkedText
            text={text}
            marks={marks}
            end={whole ? undefined : beginning(text, SHOWN_OF_LONG).length}
          />
          {!whole && '…'}
        </bdi>
      </p>
      {text.length > LONG && (
        <Button
          size="small"
          className="mt-1"
          aria-expanded={whole}
          onClick={() => view.setOpen(fold, !whole)}
        >
          {whole ? 'Show less' : `Show all ${formatCount(text.length)} characters`}
        </Button>
      )}
    </>
  );
}
