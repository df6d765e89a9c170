/** Pictures of what is not drawn by then are given up. */
const PATIENCE_MS = 5000;

/** The largest drawing of a place, once it has been the same for two frames. */
export async function settledDrawing(place: HTMLElement): Promise<SVGSVGElement> {
  const until = performance.now() + PATIENCE_MS;
  let before = '';
  while (performance.now() < until) {
    await nextFrame();
    const svg = largest(place);
    const now = svg?.outerHTML ?? '';
    if (svg && now === before) return svg;
    before = now;
  }
  throw new Error('The drawing is not there.');
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function largest(place: HTMLElement): SVGSVGElement | undefined {
  const area = (svg: SVGSVGElement) => {
    const { width, height } = svg.getBoundingClientRect();
    return width * height;
  };
  return [...place.querySelectorAll('svg')]
    .filter((svg) => area(svg) > 0)
    .sort((a, b) => area(b) - area(a))[0];
}
