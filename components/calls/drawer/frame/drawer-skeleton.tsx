/** Holds the place of a call that is on its way. */
export function DrawerSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-3 p-4">
      {['w-1/4', 'w-3/4', 'w-2/3', 'w-1/2', 'w-1/4', 'w-3/4', 'w-1/2'].map((width, place) => (
        <span key={`${place} ${width}`} className={`h-4 rounded bg-neutral-soft ${width}`} />
      ))}
    </div>
  );
}
