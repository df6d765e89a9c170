import type { ExternalStore } from '@/components/shell/state/external-store';
import type { Line, Part } from '@/lib/call/recording/line';
import type { Span } from '@/lib/call/recording/silences';
import type { Tuning } from './element';

/** What is played and how far it is. */
export type PlaybackState = {
  /** null while there is no sound to play. */
  line: Line | null;
  /** Which part of the line the element holds. */
  part: number;
  /** Where on the line, in seconds. */
  second: number;
  /** Somebody wants to hear it, also while it is waited for. */
  playing: boolean;
  waiting: boolean;
  /** It broke off, and did so once more when it was tried again. */
  failed: boolean;
  /** The browser lets nothing be heard before somebody presses something. */
  blocked: boolean;
  /** Somebody has listened, or gone to a moment; before that no moment of the call is meant. */
  begun: boolean;
};

export type Sound = {
  callId: string;
  parts: readonly Part[];
  /** The call's own length, for sounds of unknown length. */
  callSeconds: number | null;
  srcOf: (part: Part) => string;
};

export type Playback = {
  state: ExternalStore<PlaybackState>;
  /** Gives it the element that sounds; the answer takes it away again. */
  attach: (audio: HTMLAudioElement) => () => void;
  /**
   * Another call's sound, at a second of its line; null: none. Nothing is fetched before it is played. Of the same call
   * it is what is known better by now, and goes on where it is.
   */
  load: (sound: Sound | null, second: number | null) => void;
  play: () => void;
  pause: () => void;
  toggle: () => void;
  /** Goes to a second of the line; it plays on if it played. */
  seek: (second: number) => void;
  seekBy: (seconds: number) => void;
  playFrom: (second: number) => void;
  /** Tries once more what broke off, from the same second. */
  retry: () => void;
  tune: (tuning: Tuning) => void;
  /** What is left out while it plays. */
  skip: (silences: readonly Span[]) => void;
};

export const NOTHING: PlaybackState = {
  line: null,
  part: 0,
  second: 0,
  playing: false,
  waiting: false,
  failed: false,
  blocked: false,
  begun: false,
};
