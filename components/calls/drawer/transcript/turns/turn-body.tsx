import { PhoneForwarded } from 'lucide-react';
import { MarkedText } from '@/components/calls/drawer/transcript/search/marked-text';
import type { Turn } from '@/lib/call/transcript/turns';
import { formatCount } from '@/lib/format/number';
import { Fold } from './fold';
import { PartText } from './part-text';
import { ToolFold } from './tool-fold';
import type { TurnView } from './turn-view';
import { UnsaidFold } from './unsaid-fold';

type TurnBodyProps = { turn: Turn; view: TurnView };

/** What was said in a turn, and what was done in it. */
export function TurnBody({ turn, view }: TurnBodyProps) {
  return (
    <>
      <Said turn={turn} view={view} />
      {turn.interruption && (
        <p className="text-sm whitespace-pre-wrap wrap-anywhere text-muted italic">
          <span className="not-italic">Was about to say: </span>
          <bdi>
            <MarkedText text={turn.interruption} marks={view.marksOf('interruption')} />
          </bdi>
        </p>
      )}
      {turn.unsaid.length > 0 && <UnsaidFold unsaid={turn.unsaid} view={view} />}
      {turn.tools.map((tool, place) => (
        // Tools of a turn have nothing but their order.
        <ToolFold key={place} tool={tool} place={place} view={view} />
      ))}
      {turn.transferTo !== undefined && (
        <p className="mt-1 flex items-start gap-1.5 border-y border-line py-1 text-xs font-medium">
          <PhoneForwarded aria-hidden className="mt-0.5 size-3.5 shrink-0 text-good" />
          <span className="min-w-0 wrap-anywhere">
            Transfer to{' '}
            <bdi className="whitespace-pre-wrap">
              <MarkedText text={turn.transferTo} marks={view.marksOf('transfer')} />
            </bdi>
          </span>
        </p>
      )}
    </>
  );
}

function Said({ turn: { speaker, words, tools, transferTo }, view }: TurnBodyProps) {
  const text = (
    <PartText
      view={view}
      part="words"
      words={words}
      className={words.isJson ? undefined : 'text-sm'}
    />
  );
  if (words.text.trim() === '') {
    const done = tools.length > 0 || transferTo !== undefined;
    return done ? null : <p className="text-sm text-faint">This message has no text.</p>;
  }
  if (speaker === 'unreadable') {
    return (
      <>
        <p className="text-sm text-muted">
          Callscope cannot read this message. This is how HappyRobot sent it:
        </p>
        {text}
      </>
    );
  }
  if (speaker !== 'system') return text;
  return (
    <Fold
      open={view.isOpen('system', view.marksOf('words').current !== undefined)}
      onOpen={(open) => view.setOpen('system', open)}
      summary={`${formatCount(words.text.length)} characters of instructions`}
    >
      {text}
    </Fold>
  );
}
