'use client';

import { type RefObject, useRef, useState } from 'react';
import { ChartTable } from '@/components/figures/chart-table';
import { Button } from '@/components/ui/button';
import type { ChartData } from './chart-data';
import { copyPicture, copyTable, tableSeen } from './clipboard';
import { usePictureColors } from './studio/use-picture-colors';

type CopyPanelProps = {
  name: string;
  chartData: ChartData;
  figure: RefObject<HTMLElement | null>;
  /** Absent where it is a table and nothing else. */
  picture?: () => Promise<Blob>;
};

/** A figure for the clipboard, as a picture or as a table, and in which colors. Load it lazily. */
export default function CopyPanel({ name, chartData, figure, picture }: CopyPanelProps) {
  const [told, setTold] = useState('');
  const { light, setLight } = usePictureColors();
  const spare = useRef<HTMLDivElement>(null);
  return (
    <div className="flex w-60 flex-col gap-2 p-3">
      {picture && (
        <Button size="small" onClick={() => void asPicture(picture())}>
          Copy picture
        </Button>
      )}
      <Button size="small" onClick={() => void asTable()}>
        Copy table
      </Button>
      {picture && (
        <label className="flex min-h-6 items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={light}
            onChange={({ target }) => setLight(target.checked)}
          />
          Pictures always in light colors
        </label>
      )}
      <p role="status" className="min-h-4 text-xs font-medium">
        {told}
      </p>
      {/* Where the figure shows no table now. */}
      <div ref={spare} hidden>
        <ChartTable name={name} chartData={chartData} />
      </div>
    </div>
  );

  async function asPicture(made: Promise<Blob>) {
    setTold('Drawing…');
    try {
      await copyPicture(made);
      setTold('Picture copied.');
    } catch {
      setTold('Not copied: the browser does not allow it. Save the PNG instead.');
    }
  }

  async function asTable() {
    const table = [figure.current, spare.current]
      .flatMap((place) => [...(place?.querySelectorAll('table') ?? [])])
      .find((each) => each.getAttribute('aria-label') === name);
    try {
      if (!table) throw new Error('There is no table.');
      await copyTable(tableSeen(table));
      setTold('Table copied.');
    } catch {
      setTold('Not copied: the browser does not allow it. Save the CSV instead.');
    }
  }
}
