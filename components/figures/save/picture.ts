import type { Fact } from '@/components/print/print-heading';
import { drawableSvg } from './studio/drawable-svg';
import { flow, isolated, wrapped } from './studio/picture-text';

export type LegendEntry = {
  label: string;
  color: string;
  /** How the thing is drawn; filled when absent. */
  mark?: 'line' | 'light';
};

export type Picture = {
  title: string;
  facts: readonly Fact[];
  /** What the figure says, in a sentence. */
  summary: string;
  legend: readonly LegendEntry[];
  svg: SVGSVGElement;
  /** Whose colours and font are those of the picture. */
  place: HTMLElement;
};

const MARGIN = 24;
const SCALE = 2;
const LINE = 18;
const TITLE_LINE = 28;
/** Of a legend's entry: the mark and the way to its label. */
const MARK = 16;

type Text = { text: string; x: number; y: number; font: string; color: string };
type Mark = { entry: LegendEntry; x: number; y: number };

/**
 * A drawing as PNG, twice as fine as it is on screen: its name, what has to be known, its legend, all of them whole.
 * @throws when the browser cannot draw it
 */
export async function pictureOf(picture: Picture): Promise<Blob> {
  const { svg, place } = picture;
  const { width, height } = svg.getBoundingClientRect();
  const image = await drawableSvg(svg, MARGIN);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  const { texts, marks, end } = laidOut(context, picture, width);
  canvas.width = Math.round((width + 2 * MARGIN) * SCALE);
  canvas.height = Math.round((end + height + MARGIN) * SCALE);
  context.scale(SCALE, SCALE);
  context.fillStyle = getComputedStyle(place).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, end - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN);
  for (const { text, x, y, font, color } of texts) {
    context.font = font;
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
  for (const mark of marks) drawMark(context, mark, place);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!file) throw new Error('This browser makes no PNG.');
  return file;
}

/** Where everything above the drawing stands, and where that ends. */
function laidOut(context: CanvasRenderingContext2D, picture: Picture, width: number) {
  const { title, facts, summary, legend, place } = picture;
  const { fontFamily, color } = getComputedStyle(place);
  const muted = resolved('var(--muted)', place);
  const texts: Text[] = [];
  let y = MARGIN;
  const write = (text: string, font: string, line: number, ink: string) => {
    context.font = font;
    for (const part of wrapped(text, width, (each) => context.measureText(each).width)) {
      y += line;
      texts.push({ text: part, x: MARGIN, y: y - 6, font, color: ink });
    }
  };
  const small = `12px ${fontFamily}`;
  write(title, `600 18px ${fontFamily}`, TITLE_LINE, color);
  write(
    facts.map(({ name, value }) => `${name}: ${isolated(value)}`).join(' · '),
    small,
    LINE,
    muted,
  );
  if (summary !== '') write(summary, `13px ${fontFamily}`, LINE + 2, color);
  context.font = small;
  const widths = legend.map(({ label }) => MARK + context.measureText(label).width);
  const marks = flow(widths, width, MARK).flatMap(({ x, row }, at): Mark[] => {
    const entry = legend[at];
    return entry ? [{ entry, x: MARGIN + x, y: y + 10 + row * LINE }] : [];
  });
  for (const { entry, x, y: top } of marks)
    texts.push({ text: entry.label, x: x + MARK, y: top + 10, font: small, color });
  const last = marks.at(-1);
  return { texts, marks, end: (last ? last.y + LINE : y) + 12 };
}

function drawMark(
  context: CanvasRenderingContext2D,
  { entry: { color, mark }, x, y }: Mark,
  place: HTMLElement,
) {
  context.globalAlpha = mark === 'light' ? 0.45 : 1;
  context.fillStyle = resolved(color, place);
  if (mark === 'line') context.fillRect(x, y + 5, 12, 2);
  else context.fillRect(x, y + 1, 10, 10);
  context.globalAlpha = 1;
}

/** A canvas knows no tokens. */
function resolved(color: string, place: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  place.append(probe);
  const { color: plain } = getComputedStyle(probe);
  probe.remove();
  return plain;
}
