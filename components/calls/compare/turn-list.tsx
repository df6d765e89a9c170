'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { problemOf } from '@/lib/api/get-json';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { TranscriptMessage } from '@/lib/call/transcript/transcript';
import { formatDuration, plural } from '@/lib/format/number';

/** A call's turns, one below the other, without what no one said or heard. */
export function TurnList({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(transcriptQueryOptions(id));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="text-muted">Loading…</p>;
  const turns = data.messages.filter(({ role }) => role !== 'system');
  if (turns.length === 0) return <p className="text-muted">Nothing was said.</p>;
  return (
    <ol className="flex flex-col gap-2">
      {turns.map((turn, place) => (
        <li
          key={`${place} ${turn.id}`}
          className="[contain-intrinsic-size:auto_56px] [content-visibility:auto]"
        >
          <Turn turn={turn} />
        </li>
      ))}
    </ol>
  );
}

const SPEAKERS: Readonly<Record<string, string>> = {
  assistant: 'Agent',
  user: 'Caller',
  tool: 'Tool',
};

function Turn({ turn }: { turn: TranscriptMessage }) {
  const { role, start, tool_calls: tools } = turn;
  const said = textOf(turn.content);
  return (
    <>
      <p className="text-xs text-muted">
        <bdi className="font-medium">{Object.hasOwn(SPEAKERS, role) ? SPEAKERS[role] : role}</bdi>
        {typeof start === 'number' && ` · ${formatDuration(start)}`}
      </p>
      {said && (
        <bdi className={`block whitespace-pre-wrap ${role === 'tool' ? 'font-mono text-xs' : ''}`}>
          {said}
        </bdi>
      )}
      {tools && tools.length > 0 && (
        <p className="text-xs text-muted">
          {plural(tools.length, 'tool call')}:{' '}
          <bdi>{tools.map((tool) => tool.function?.name || 'unnamed').join(', ')}</bdi>
        </p>
      )}
    </>
  );
}

/** Content of unknown shape as text. */
function textOf(content: unknown): string {
  if (content === null || content === undefined) return '';
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title } = problemOf(error);
  if (code === 'not_found')
    return <p className="text-muted">HappyRobot has no transcript of this call.</p>;
  return (
    <div role="alert">
      <p className="text-bad">{title}</p>
      <Button size="small" onClick={onRetry} className="mt-1">
        Try again
      </Button>
    </div>
  );
}
