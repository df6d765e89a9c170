/** What an SVG takes from the page's styles and must carry itself once it is alone. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/**
 * A drawing as an image that needs nothing of the page. Around it is room for what hangs over its edge: alone it is
 * written in a font of the machine, which can be wider.
 */
export async function drawableSvg(svg: SVGSVGElement, room: number): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('No drawing.');
  carryStyles(svg, copy);
  const { x, y, width: across, height: down } = ownBox(svg, width, height);
  const [byX, byY] = [(room * across) / width, (room * down) / height];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${x - byX} ${y - byY} ${across + 2 * byX} ${down + 2 * byY}`);
  copy.setAttribute('width', String(width + 2 * room));
  copy.setAttribute('height', String(height + 2 * room));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** The part of its own plane that a drawing shows. */
function ownBox(svg: SVGSVGElement, width: number, height: number) {
  const { baseVal } = svg.viewBox;
  return baseVal && baseVal.width > 0 ? baseVal : new DOMRect(0, 0, width, height);
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
