import { CircleCheck, type LucideIcon, Siren, ThumbsDown } from 'lucide-react';
import type { RATINGS } from '@/lib/call/query/filters';

const LOOKS: Record<(typeof RATINGS)[number], { icon: LucideIcon; tone: string }> = {
  '✅': { icon: CircleCheck, tone: 'text-good' },
  '👎': { icon: ThumbsDown, tone: 'text-warn' },
  '🚨': { icon: Siren, tone: 'text-bad' },
};

/**
 * A rating as a drawing of our own: the system's emoji font may have none. The emoji stays its name, and is what is read
 * and copied; one that we do not know is drawn by the system.
 */
export function RatingIcon({ emoji }: { emoji: string }) {
  const look = Object.entries(LOOKS).find(([known]) => known === emoji)?.[1];
  if (!look) return <bdi>{emoji}</bdi>;
  const { icon: Icon, tone } = look;
  return (
    <span className="inline-flex align-middle" title={emoji}>
      <Icon aria-hidden className={`size-4 ${tone}`} />
      <span data-drawn className="sr-only">
        {emoji}
      </span>
    </span>
  );
}
