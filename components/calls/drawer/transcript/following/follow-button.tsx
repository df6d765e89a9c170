import { LocateFixed } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Leads back to the turn that is heard, and stays with it. */
export function FollowButton({ onFollow }: { onFollow: () => void }) {
  return (
    <Button
      size="small"
      kind="accent"
      onClick={onFollow}
      className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-lg"
    >
      <LocateFixed aria-hidden className="size-3.5" />
      Follow
    </Button>
  );
}
