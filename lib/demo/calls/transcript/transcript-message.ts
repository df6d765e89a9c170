type ToolCall = { type: 'function'; id: string; function: { name: string; arguments: string } };

export type TransferContact = {
  type: string;
  name: string;
  email: string;
  phone: { number: string; extension: string | null };
  contact_id: string;
  slack_channel_id: string | null;
};

export type TranscriptMessage = {
  id: string;
  role: 'system' | 'assistant' | 'user' | 'tool';
  content: string;
  /** Unix times: seconds. */
  start: number;
  end: number;
  name?: string;
  tool_calls?: ToolCall[];
  tool_call_id?: string;
  /** Answers that were weighed and not said. */
  unpreferred_messages?: { id: string; content: string; tool_calls: ToolCall[] }[];
  /** What the assistant was about to say when it was interrupted. */
  interrupted_thoughts?: string;
  is_filler?: boolean;
  discard?: boolean;
  transfer_contact?: TransferContact;
};
