import { MessageSquareDashed } from 'lucide-react';
import { MarkedText } from '@/components/calls/drawer/transcript/search/marked-text';
import { partsOfUnsaid } from '@/lib/call/transcript/transcript-search';
import type { Unsaid } from '@/lib/call/transcript/turns';
import { plural } from '@/lib/format/number';
import { Fold } from './fold';
import { PartText } from './part-text';
import type { TurnView } from './turn-view';

type UnsaidFoldProps = { unsaid: readonly Unsaid[]; view: TurnView };

/** The answers that were weighed and not said, and the tools that they would have used. */
export function UnsaidFold({ unsaid, view }: UnsaidFoldProps) {
  const sought = partsOfUnsaid(unsaid).some(({ key }) => view.marksOf(key).current);
  return (
    <Fold
      open={view.isOpen('unsaid', sought)}
      onOpen={(open) => view.setOpen('unsaid', open)}
      summary={
        <>
          <MessageSquareDashed aria-hidden className="size-3 shrink-0" />
          {plural(unsaid.length, 'answer')} considered but not said
        </>
      }
    >
      <ol className="flex flex-col gap-2 py-1 text-sm text-muted">
        {unsaid.map((answer, place) => (
          // Answers that were not said have nothing but their order.
          <li key={place}>
            <Answer answer={answer} place={place} view={view} />
          </li>
        ))}
      </ol>
    </Fold>
  );
}

type AnswerProps = { answer: Unsaid; place: number; view: TurnView };

function Answer({ answer: { words, tools }, place, view }: AnswerProps) {
  const isEmpty = words.text.trim() === '' && tools.length === 0;
  return (
    <>
      {isEmpty && <p className="text-faint">This answer has no text.</p>}
      {words.text.trim() !== '' && <PartText view={view} part={`unsaid ${place}`} words={words} />}
      {tools.map(({ name, input }, at) => (
        <div key={at} className="text-xs">
          Would have used{' '}
          <bdi className="font-mono">
            {name ? (
              <MarkedText text={name} marks={view.marksOf(`unsaid ${place} ${at} name`)} />
            ) : (
              'a tool without a name'
            )}
          </bdi>
          {input.text !== '' && (
            <PartText view={view} part={`unsaid ${place} ${at} input`} words={input} />
          )}
        </div>
      ))}
    </>
  );
}
