import { Circle, ClipboardCheck, Eye, Flag, type LucideIcon, Scale } from 'lucide-react';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import type { CallRow } from '@/lib/call/call';
import { type ReviewState, reviewStateOf } from '@/lib/call/review/review-state';

const LOOKS: Record<ReviewState, { icon: LucideIcon; name: string; tone: string }> = {
  unseen: { icon: Circle, name: 'Unseen', tone: 'text-line-strong' },
  seen: { icon: Eye, name: 'Seen', tone: 'text-faint' },
  rated: { icon: ClipboardCheck, name: 'Rated', tone: 'text-muted' },
  contested: { icon: Scale, name: 'Contested', tone: 'text-warn' },
  flagged: { icon: Flag, name: 'Flagged', tone: 'fill-current text-bad' },
};

/** How far the review of a call has come: an icon, its name for the hand and the ear. */
export function ReviewCell({ call }: { call: CallRow }) {
  const { icon: Icon, name, tone } = LOOKS[reviewStateOf(call, useReviewer())];
  return (
    <Icon role="img" aria-label={name} className={`mx-auto size-4 ${tone}`}>
      <title>{name}</title>
    </Icon>
  );
}
