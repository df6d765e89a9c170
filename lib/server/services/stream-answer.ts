/** An answer that is sent while it is made. */
export type StreamAnswer = {
  /** 200 unless given. */
  status?: number;
  /** The media type. */
  type: string;
  headers: Record<string, string>;
  /** The body in pieces; the next one is asked for when the client has taken those before. */
  body: AsyncIterable<Uint8Array>;
};
