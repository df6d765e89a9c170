/** Made once: finding the format anew for each of a page's numbers takes longer than writing them. */
const counts = new Intl.NumberFormat('en-US');

/** Whole numbers with separators, `12,993`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** Seconds as `m:ss` or `h:mm:ss`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(whole % 60)}`
    : `${minutes}:${pad(whole % 60)}`;
}

/** How long something took: to the tenth of a second while that matters, `4.0 s`, `34 s`, `1:12`. */
export function formatSeconds(seconds: number): string {
  if (seconds >= 60) return formatDuration(seconds);
  const tenths = seconds.toFixed(1);
  return `${Number(tenths) < 10 ? tenths : Math.round(seconds)} s`;
}

/** Seconds into a recording, to go to: never later than they are. */
export function formatMoment(seconds: number): string {
  return formatDuration(Math.floor(seconds));
}

/** `1 call`, `2 calls`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A number that need not be whole, with a decimal as long as it says something: `0.04`, `8.5`, `12`, `1,234`. */
export function formatRate(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return formatCount(Math.round(value));
  return String(Number(size >= 1 ? value.toFixed(1) : value.toPrecision(1)));
}

/** From -1 to 1, to hundredths, cut and not rounded: only what is whole reads 1.00. */
export function formatCoefficient(value: number): string {
  return (Math.trunc(value * 100 + Math.sign(value) * 1e-6) / 100).toFixed(2);
}
