import { useMemo } from 'react';
import type { CallResponse } from '@/lib/call/answers/responses';
import { asSent } from '@/lib/call/odd/odd';
import { CopyButton } from './overview/copy-button';

/** The whole call as it came; undefined while it has not. */
export function RawTab({ call, failed }: { call: CallResponse | undefined; failed: boolean }) {
  if (call) return <Json call={call} />;
  return (
    <p className="p-4 text-sm text-muted">
      {failed ? 'The whole call could not be loaded, so it cannot be shown here.' : 'Loading…'}
    </p>
  );
}

const LINES_IN_BLOCK = 200;

function Json({ call }: { call: CallResponse }) {
  const { text, blocks } = useMemo(() => {
    const { meta: _ours, ...theirs } = call;
    const json = JSON.stringify(asSent(theirs), null, 2);
    return { text: json, blocks: inBlocks(json) };
  }, [call]);
  return (
    <>
      <div className="sticky top-0 z-10 flex items-start gap-2 border-b border-line bg-canvas px-4 py-2 text-xs text-muted">
        <p className="min-w-0 flex-1 py-1">
          The call as HappyRobot tells it. Hooks and fields that hold secrets were removed by the
          server.
        </p>
        <CopyButton label="Copy JSON" text={() => text} />
      </div>
      <pre dir="ltr" className="px-4 py-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {blocks.map(({ line, text: block }) => (
          <code
            key={line}
            className="block [contain-intrinsic-size:auto_3200px] [content-visibility:auto]"
          >
            {block}
          </code>
        ))}
      </pre>
    </>
  );
}

/** Of a very long text the browser lays out only the blocks that are in sight. */
function inBlocks(text: string): { line: number; text: string }[] {
  const lines = text.split('\n');
  const count = Math.ceil(lines.length / LINES_IN_BLOCK);
  return Array.from({ length: count }, (_, block) => ({
    line: block * LINES_IN_BLOCK,
    text: lines.slice(block * LINES_IN_BLOCK, (block + 1) * LINES_IN_BLOCK).join('\n'),
  }));
}
