export type TranscriptMessage = {
  id: string;
  role: 'system' | 'assistant' | 'user' | 'tool';
  content: string;
  /** Seconds since the call began. */
  start: number;
  end: number;
  name?: string;
  tool_calls?: { type: 'function'; id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
  interrupted_thoughts?: string;
  is_filler?: boolean;
  discard?: boolean;
  transfer_contact?: string;
};
