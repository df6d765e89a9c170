import { Notice } from '@/components/ui/notice';
import type { AboutCall } from '@/lib/call/call';
import { plural } from '@/lib/format/number';

/** What of the call could not be understood, and whether its time is its own. */
export function OddNotice({ about }: { about: AboutCall | undefined }) {
  if (!about) return null;
  const { set_aside: odd, created_from: from } = about;
  return (
    <Notice tone="info">
      {plural(odd.length, 'field')} could not be understood:{' '}
      <bdi className="font-mono text-xs wrap-anywhere">
        {odd.map(({ path }) => path).join(', ')}
      </bdi>
      . Raw shows what was sent.
      {from === 'id' && ' The time of the call is the one in its id.'}
      {from === 'first_seen' && ' The time of the call is when Callscope first saw it.'}
    </Notice>
  );
}
