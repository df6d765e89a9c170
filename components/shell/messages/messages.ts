import { createStore } from '@/components/shell/state/external-store';

/** What is told beside the page. */
export type Message = {
  id: number;
  text: string;
  /** `said` is for the ear alone: the eye sees it happen. `bad` stays until it is put away. */
  tone: 'said' | 'info' | 'bad';
  action?: { label: string; run: () => void };
  /** The call whose notes it is about: offered to be opened, unless they are on screen. */
  notesOf?: string;
};

const SHOWN_MS = 5_000;
const MOST = 4;

export const messages = createStore<readonly Message[]>([]);
let last = 0;

/** Tells something; gives back how to take it away again. */
export function tell(message: Omit<Message, 'id'>): () => void {
  last += 1;
  const id = last;
  messages.set([...messages.get(), { ...message, id }].slice(-MOST));
  const dismiss = () => dismissMessage(id);
  if (message.tone !== 'bad') setTimeout(dismiss, SHOWN_MS);
  return dismiss;
}

export function dismissMessage(id: number): void {
  messages.set(messages.get().filter((message) => message.id !== id));
}
