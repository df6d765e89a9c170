'use client';

import { useAboutFigures } from '@/components/figures/about-figures';
import { PrintHeading } from '@/components/print/print-heading';
import { useFacts } from '@/components/print/use-facts';
import { usePrinting } from '@/components/print/use-printing';
import { useTime } from '@/components/shell/context/time-context';
import { fileName } from './file-name';

/** The head of a printed page of figures. */
export default function FiguresHeading() {
  return usePrinting() ? <Heading /> : null;
}

function Heading() {
  const { zone } = useTime();
  const { title, range, facts } = useAboutFigures();
  return (
    <PrintHeading
      title={title}
      facts={useFacts(range, facts(true), 'Printed')}
      fileName={fileName(title, range, zone)}
    />
  );
}
