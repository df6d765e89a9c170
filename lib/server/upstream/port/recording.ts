import type { Readable } from 'node:stream';

/** One stretch of a call's sound: a session, a retry, or all of it. */
export type RecordingPart = {
  /** Names the part where a call has several; null where there is only one. */
  session: string | null;
  /** Where it lies: a signed address that expires. Null: HappyRobot serves it itself, see `Upstream.openSound`. */
  url: string | null;
  /** Seconds since the call began; null where nobody says: then it follows the part before. */
  start: number | null;
};

export type Recording = {
  parts: readonly RecordingPart[];
  /**
   * Why there are no parts: `unknown`: there is nothing at the address, be it for this call or at all; `not_ready`: not
   * yet; `gone`: no longer.
   */
  missing?: 'unknown' | 'not_ready' | 'gone';
  /** How the address was told, for people: `by a redirection`. */
  way?: string;
};

/** An answer that brings sound, or says why not; its headers are those of whoever keeps the sound. */
export type Sound = {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Readable;
};
