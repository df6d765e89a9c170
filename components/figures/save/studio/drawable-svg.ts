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
  // It keeps a plane of its own, so that shares of its width stay what they are.
  const frame = document.createElementNS(svg.namespaceURI, 'svg');
  sized(frame, 0, width + 2 * room, height + 2 * room);
  sized(copy, room, width, height);
  copy.setAttribute('overflow', 'visible');
  frame.append(copy);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(frame))}`;
  await image.decode();
  return image;
}

function sized(element: Element, from: number, width: number, height: number) {
  const attributes = { x: from, y: from, width, height };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
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
