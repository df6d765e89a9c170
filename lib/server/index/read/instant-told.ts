/** An instant in milliseconds as the store tells it. */
export function instantTold(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString();
}
