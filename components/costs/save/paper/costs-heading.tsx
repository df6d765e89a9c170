'use client';

import { PrintHeading } from '@/components/print/print-heading';
import { rangeSlug } from '@/components/print/range-words';
import { usePrinting } from '@/components/print/use-printing';
import { useTime } from '@/components/shell/context/time-context';
import { useCostsFacts } from './use-costs-facts';
import { useFigureRanges } from './use-figure-ranges';

/** The head of the printed page of costs. */
export default function CostsHeading() {
  return usePrinting() ? <Heading /> : null;
}

function Heading() {
  const { zone } = useTime();
  const { current } = useFigureRanges();
  return (
    <PrintHeading
      title="Costs"
      facts={useCostsFacts('Printed')}
      fileName={`callscope-costs-${rangeSlug(current, zone)}`}
    />
  );
}
