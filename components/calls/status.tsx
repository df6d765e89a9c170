import {
  Ban,
  CalendarClock,
  Check,
  CircleDot,
  CircleHelp,
  Hourglass,
  type LucideIcon,
  PhoneForwarded,
  PhoneMissed,
  PhoneOff,
  Voicemail,
  X,
} from 'lucide-react';
import type { Tone } from '@/components/ui/badge';
import type { STATUSES } from '@/lib/call/query/filters';

type Look = { icon: LucideIcon; tone: Tone };

const LOOKS: Record<(typeof STATUSES)[number], Look> = {
  Scheduled: { icon: CalendarClock, tone: 'neutral' },
  Queued: { icon: Hourglass, tone: 'neutral' },
  Initiated: { icon: CircleDot, tone: 'info' },
  Ringing: { icon: CircleDot, tone: 'info' },
  'In progress': { icon: CircleDot, tone: 'info' },
  Transferred: { icon: PhoneForwarded, tone: 'good' },
  Completed: { icon: Check, tone: 'good' },
  'AMD Terminated': { icon: Voicemail, tone: 'warn' },
  Busy: { icon: PhoneOff, tone: 'warn' },
  'No answer': { icon: PhoneMissed, tone: 'warn' },
  Canceled: { icon: Ban, tone: 'neutral' },
  Failed: { icon: X, tone: 'bad' },
};

const UNKNOWN: Look = { icon: CircleHelp, tone: 'neutral' };

/** How a status looks; one the documentation does not know is shown by its own name. */
export function statusLook(status: string): Look {
  return Object.entries(LOOKS).find(([known]) => known === status)?.[1] ?? UNKNOWN;
}
