import { useQuery } from '@tanstack/react-query';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { CallRow } from '@/lib/call/call';
import { measureValues } from '@/lib/call/conversation/measures';
import { turnsOf } from '@/lib/call/transcript/turns';
import { Fact } from './facts';

/** What the other side said first, where the list knows it or the transcript was opened: it is not read for that alone. */
export default function FirstWords({ call }: { call: CallRow }) {
  const { data } = useQuery({ ...transcriptQueryOptions(call.id), enabled: false });
  const read = data?.messages && measureValues(turnsOf(data.messages)).first_words;
  const words = read ?? call.measures?.first_words;
  if (!words) return null;
  return (
    <Fact label="First words">
      <bdi className="wrap-anywhere">“{words}”</bdi>
    </Fact>
  );
}
