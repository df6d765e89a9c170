'use client';

import { Copy, Download, ImageDown } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useAboutFigures } from '@/components/figures/about-figures';
import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { fetchCode, Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import type { ChartData } from './chart-data';
import { fileName } from './file-name';
import type { FigureDrawing, Order } from './studio/studio';
import { usePictureColors } from './studio/use-picture-colors';

const Studio = lazily(() => import('./studio/studio'));
const CopyPanel = lazily(() => import('./copy-panel'));

export type FigureFilesProps = {
  name: string;
  figure: RefObject<HTMLElement | null>;
  /** What the figure shows; null while there is nothing to save. */
  shown: { chartData: ChartData; drawing?: FigureDrawing } | null;
  /** It is a table and nothing else. */
  undrawn?: boolean;
  compares: boolean;
};

/** A figure as a file and on the clipboard. */
export function FigureFiles(props: FigureFilesProps) {
  const { name, figure, shown, undrawn = false, compares } = props;
  const { zone } = useTime();
  const { light } = usePictureColors();
  const { range, rowFacts } = useAboutFigures();
  const [order, setOrder] = useState<Order | null>(null);
  const [failed, setFailed] = useState(false);
  const file = fileName(name, range, zone);
  return (
    <>
      <Button
        size="small"
        kind="ghost"
        disabled={shown === null}
        title={`Download ${name} as CSV`}
        onClick={() => void saveTable()}
      >
        <Download aria-hidden className="size-3.5" />
        CSV
      </Button>
      {!undrawn && (
        <Button
          size="small"
          kind="ghost"
          disabled={shown === null || order !== null}
          title={`Download ${name} as PNG`}
          onClick={() => void savePicture()}
        >
          <ImageDown aria-hidden className="size-3.5" />
          PNG
        </Button>
      )}
      <PopoverButton
        label={`Copy ${name}`}
        align="end"
        disabled={shown === null}
        className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-muted hover:not-disabled:bg-hover hover:not-disabled:text-text disabled:cursor-not-allowed disabled:opacity-45 aria-expanded:bg-hover"
        popover={() => (
          <Lazily>
            {shown && (
              <CopyPanel
                name={name}
                chartData={shown.chartData}
                figure={figure}
                picture={undrawn ? undefined : picture}
              />
            )}
          </Lazily>
        )}
      >
        <Copy aria-hidden className="size-3.5" />
        Copy
      </PopoverButton>
      {failed && (
        <span role="alert" className="text-xs text-bad">
          This browser could not make the file.
        </span>
      )}
      {order && shown?.drawing && (
        <Lazily>
          <Studio
            order={order}
            title={name}
            figure={figure}
            drawing={shown.drawing}
            compares={compares}
          />
        </Lazily>
      )}
    </>
  );

  function picture(): Promise<Blob> {
    let own: Order | null = null;
    return new Promise<Blob>((taken, fail) => {
      own = { light, taken, failed: () => fail(new Error('No picture could be made.')) };
      setOrder(own);
    }).finally(() => setOrder((now) => (now === own ? null : now)));
  }

  async function savePicture() {
    setFailed(false);
    try {
      const [blob, { save }] = await Promise.all([
        picture(),
        fetchCode(() => import('./download')),
      ]);
      save(blob, `${file}.png`);
    } catch {
      setFailed(true);
    }
  }

  async function saveTable() {
    if (!shown) return;
    setFailed(false);
    try {
      const { saveCsv } = await fetchCode(() => import('./figure-csv'));
      saveCsv(file, shown.chartData, rowFacts(compares));
    } catch {
      setFailed(true);
    }
  }
}
