/** Stripes to fill a bar with that has no end. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill="var(--accent)" fillOpacity={0.15} />
        <rect width={2.5} height={6} fill="var(--accent)" />
      </pattern>
    </defs>
  );
}
