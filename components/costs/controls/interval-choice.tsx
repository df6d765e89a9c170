import { INTERVAL_LABELS } from '@/components/costs/view/view';
import { Choice } from '@/components/ui/choice';
import { INTERVALS, type Interval } from '@/lib/call/query/routes/costs-query';
import { useAddress } from '@/lib/url/use-address';

/** By which buckets figures over time are cut. */
export function IntervalChoice({ interval }: { interval: Interval }) {
  const { choose } = useAddress();
  return (
    <Choice
      label="Interval"
      value={interval}
      values={INTERVALS}
      nameOf={(each) => INTERVAL_LABELS[each]}
      onChoose={(chosen) => choose({ interval: chosen })}
    />
  );
}
