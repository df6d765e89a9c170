import type { Carrier } from '@/lib/demo/calls/catalogue/people';
import type { UseCase } from '@/lib/demo/calls/catalogue/use-case';
import type { Random } from '@/lib/demo/calls/random';

/** What a conversation turned out to be. */
export type Scene = {
  tag: string;
  reasoning: string;
  extraction: Record<string, unknown>;
  /** How long it took, seconds. */
  seconds: number;
  tags?: string[];
  /** E-mail address of the person who took over. */
  transfer?: string;
  /** What the call was started with. */
  params?: Record<string, unknown>;
};

export type Campaign = { id: string; name: string };

/** One line of work of the brokerage: a use case, who speaks for it and what happens on its calls. */
export type Desk = {
  type: 'Inbound' | 'Outbound';
  /** Share of all calls while the desk is open. */
  weight: number;
  open: 'office' | 'closed' | 'always';
  /** The same use case with each model it runs on, and how often. */
  useCases: readonly (readonly [UseCase, number])[];
  promptId: string;
  agents: readonly { id: string; name: string }[];
  providers: readonly (readonly [string, number])[];
  languages: readonly (readonly [string, number])[];
  campaigns?: readonly Campaign[];
  /** The customer's own carrier bills the line. */
  ownLine?: boolean;
  play(random: Random, context: { carrier: Carrier; created: number; language: string }): Scene;
};

export const PHONE_ONLY = [['Twilio', 1]] as const;
