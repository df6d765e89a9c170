import { fileName, save } from './download';

/** What an SVG takes from the page's styles and must carry itself once it is alone. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const MARGIN = 16;
const HEADING = 28;
const LEGEND = 24;

export type LegendEntry = {
  label: string;
  color: string;
  /** How the thing is drawn; filled when absent. */
  mark?: 'line' | 'light';
};

/**
 * Saves a drawing as PNG, twice as fine as it is on screen, with its name above and its legend below.
 * @throws when the browser cannot draw it
 */
export async function savePicture(
  name: string,
  svg: SVGSVGElement,
  legend: readonly LegendEntry[],
): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const image = await drawable(svg, width, height);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * 2;
  canvas.height = (height + 2 * MARGIN + HEADING + (legend.length > 0 ? LEGEND : 0)) * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.scale(2, 2);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = page.color;
  context.font = `600 14px ${page.fontFamily}`;
  context.fillText(name, MARGIN, MARGIN + 14);
  context.drawImage(image, MARGIN, MARGIN + HEADING, width, height);
  context.font = `12px ${page.fontFamily}`;
  drawLegend(context, legend, MARGIN + HEADING + height + 16, page.color);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!file) throw new Error('This browser makes no PNG.');
  save(file, `${fileName(name)}.png`);
}

async function drawable(svg: SVGSVGElement, width: number, height: number) {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('No drawing.');
  carryStyles(svg, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function carryStyles(from: Element, to: Element) {
  const style = getComputedStyle(from);
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (const property of STYLES) to.setAttribute(property, style.getPropertyValue(property));
  [...from.children].forEach((child, at) => {
    const twin = to.children[at];
    if (twin) carryStyles(child, twin);
  });
}

function drawLegend(
  context: CanvasRenderingContext2D,
  legend: readonly LegendEntry[],
  y: number,
  ink: string,
) {
  let x = MARGIN;
  for (const { label, color, mark } of legend) {
    context.globalAlpha = mark === 'light' ? 0.45 : 1;
    context.fillStyle = resolved(color);
    if (mark === 'line') context.fillRect(x, y - 5, 12, 2);
    else context.fillRect(x, y - 9, 10, 10);
    context.globalAlpha = 1;
    context.fillStyle = ink;
    context.fillText(label, x + 16, y);
    x += 16 + context.measureText(label).width + 16;
  }
}

/** A canvas knows no tokens. */
function resolved(color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  document.body.append(probe);
  const { color: plain } = getComputedStyle(probe);
  probe.remove();
  return plain;
}
