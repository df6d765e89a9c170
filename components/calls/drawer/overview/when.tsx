import { Missing } from '@/components/calls/list/table/cells';
import { useTime } from '@/components/shell/context/time-context';
import { formatAgo, formatInstantLong } from '@/lib/format/time';

/** An instant in full with its zone, and how long ago it was; what is no instant is shown as it came. */
export function When({ iso }: { iso: string | null | undefined }) {
  const { zone, now } = useTime();
  if (!iso) return <Missing>no time</Missing>;
  const text = formatInstantLong(iso, zone);
  if (text === null) return <bdi className="wrap-anywhere">{iso}</bdi>;
  return (
    <time dateTime={iso} title={zone}>
      {text} <span className="whitespace-nowrap text-faint">· {formatAgo(iso, now)}</span>
    </time>
  );
}
