import { Notice } from '@/components/ui/notice';
import { oddKinds } from '@/lib/call/odd/odd-kinds';
import { plural } from '@/lib/format/number';

/** Which fields of a transcript are not shown, because they came in a form that Callscope does not know. */
export function OddFields({ odd }: { odd: readonly string[] }) {
  const kinds = oddKinds(odd);
  return (
    <Notice tone="warn">
      {plural(odd.length, 'field')} of this transcript could not be understood:{' '}
      {kinds.map(({ path, count }, place) => (
        <span key={path}>
          {place > 0 && ', '}
          <bdi className="font-mono text-xs">{path}</bdi>
          {count > 1 && ` (${count} times)`}
        </span>
      ))}
      .
    </Notice>
  );
}
