import { Wrench } from 'lucide-react';
import { MarkedText } from '@/components/calls/drawer/transcript/search/marked-text';
import { Missing } from '@/components/calls/list/table/cells';
import type { Words } from '@/lib/call/transcript/message-text';
import type { PartKey } from '@/lib/call/transcript/transcript-search';
import type { ToolUse } from '@/lib/call/transcript/turns';
import { beginning } from '@/lib/call/values/shorten';
import { Fold } from './fold';
import { PartText } from './part-text';
import type { TurnView } from './turn-view';

type ToolFoldProps = { tool: ToolUse; place: number; view: TurnView };

/** A tool that the agent used: its name and what it was given in one line, all of it inside. */
export function ToolFold({ tool: { name, input, results }, place, view }: ToolFoldProps) {
  const parts = [`${place} input`, ...results.map((_, at) => `${place} result ${at}`)];
  const sought = parts.some((part) => view.marksOf(part).current);
  const fold = `tool ${place}`;
  return (
    <Fold
      open={view.isOpen(fold, sought)}
      onOpen={(open) => view.setOpen(fold, open)}
      summary={
        <>
          <Wrench aria-hidden className="size-3 shrink-0" />
          <span className="sr-only">Tool </span>
          <bdi className="max-w-[60%] shrink-0 truncate font-mono text-text">
            {name ? (
              <MarkedText text={name} marks={view.marksOf(`${place} name`)} />
            ) : (
              'tool without a name'
            )}
          </bdi>
          <bdi className="min-w-0 truncate font-mono text-faint">{inOneLine(input.text)}</bdi>
          {results.length === 0 && <span className="shrink-0 text-warn">no result</span>}
        </>
      }
    >
      <Data title="Arguments" words={input} part={`${place} input`} view={view} />
      {results.map((result, at) => (
        <Data
          // Answers to one call have nothing but their order.
          key={`${place} result ${at}`}
          title="Result"
          words={result}
          part={`${place} result ${at}`}
          view={view}
        />
      ))}
      {results.length === 0 && (
        <p className="py-1 text-xs text-muted">The transcript holds no result of this call.</p>
      )}
    </Fold>
  );
}

type DataProps = { title: string; words: Words; part: PartKey; view: TurnView };

function Data({ title, words, part, view }: DataProps) {
  return (
    <div className="py-1">
      <h4 className="flex gap-2 text-2xs font-medium text-muted">
        {title}
        {words.text !== '' && !words.isJson && (
          <span className="text-faint">not JSON, as it came</span>
        )}
      </h4>
      {words.text === '' ? (
        <Missing>nothing</Missing>
      ) : (
        <PartText view={view} part={part} words={words} className="font-mono text-xs" />
      )}
    </div>
  );
}

function inOneLine(text: string): string {
  return beginning(text, 160).replace(/\s+/g, ' ');
}
