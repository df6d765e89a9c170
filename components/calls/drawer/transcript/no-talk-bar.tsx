import { whyNoTalkTime } from '@/lib/call/transcript/talk-time';
import type { Turn } from '@/lib/call/transcript/turns';

/** Stands where the talk bar would be. */
export function NoTalkBar({ turns }: { turns: readonly Turn[] }) {
  return <p className="text-xs text-muted">{whyNoTalkTime(turns)}</p>;
}
