import { createStore } from '@/components/shell/state/external-store';
import { lineOf, secondAt, spotAt, wayBack, withDuration } from '@/lib/call/recording/line';
import { afterSilence, type Span } from '@/lib/call/recording/silences';
import { createElement } from './element';
import { NOTHING, type Playback, type PlaybackState, type Sound } from './state';

/** After so many seconds that went well, the next trouble is a new one. */
const WELL = 3;
/** So near to the end playing means to start over. */
const AT_END = 0.25;

/** Plays the sounds of one call after the other as if they were one. */
export function createPlayback(): Playback {
  const state = createStore(NOTHING);
  const element = createElement();
  let sound: Sound | null = null;
  /** Where it was tried again by itself. */
  let retriedAt: number | null = null;
  let silences: readonly Span[] = [];

  const show = (change: Partial<PlaybackState>) => state.set({ ...state.get(), ...change });
  const start = () => element.start(() => show({ playing: false, waiting: false, blocked: true }));
  const isPlaying = () => state.get().playing;

  function load(next: Sound | null, second: number | null): void {
    if (next && next.callId === sound?.callId) {
      refine(next);
      return;
    }
    element.silence();
    sound = next;
    retriedAt = null;
    silences = [];
    const line = next && next.parts.length > 0 ? lineOf(next.parts, next.callSeconds) : null;
    state.set({ ...NOTHING, line, begun: line !== null && second !== null });
    if (line) goTo(second ?? 0);
  }

  function refine(next: Sound): void {
    const { second, part } = state.get();
    const line = lineOf(next.parts, next.callSeconds);
    const spot = spotAt(line, second, part);
    const held = line.parts[spot.part];
    sound = next;
    const isSame = held !== undefined && element.holds(next.srcOf(held));
    const known = isSame ? withDuration(line, spot.part, element.duration()) : line;
    show({ line: known, part: spot.part });
    if (!isSame && hold(spot.at) && isPlaying()) start();
  }

  /** Goes to a second of the line; true when that is in another sound, which nobody plays yet. */
  function goTo(second: number): boolean {
    const { line, part } = state.get();
    if (!line) return false;
    const within = Math.max(0, Math.min(second, line.length ?? second));
    const spot = spotAt(line, within, part);
    show({ part: spot.part, second: secondAt(line, spot) });
    return hold(spot.at);
  }

  function hold(at: number): boolean {
    const { line, part } = state.get();
    const held = line?.parts[part];
    return held !== undefined && sound !== null && element.hold(sound.srcOf(held), at);
  }

  /** Seconds into the sound that the element holds. */
  function into(): number {
    const { line, part, second } = state.get();
    return Math.max(0, second - (line?.parts[part]?.start ?? 0));
  }

  function play(): void {
    const { line, failed, second } = state.get();
    if (!line) return;
    if (failed) {
      retry();
      return;
    }
    if (line.length !== null && second >= line.length - AT_END) goTo(0);
    begin();
  }

  function begin(): void {
    show({ playing: true, begun: true, blocked: false });
    start();
  }

  function pause(): void {
    show({ playing: false, waiting: false });
    element.pause();
  }

  function seek(second: number): void {
    if (!state.get().line) return;
    const another = goTo(second);
    show({ begun: true });
    if (another && isPlaying()) start();
  }

  function seekBy(seconds: number): void {
    const { line, second } = state.get();
    const wanted = second + seconds;
    seek(line && seconds < 0 ? wayBack(line, wanted) : wanted);
  }

  function playFrom(second: number): void {
    seek(second);
    const { line, failed } = state.get();
    if (!line || isPlaying()) return;
    if (failed) retry();
    // Told to play at its end, a browser starts over.
    else if (!element.isAtEnd()) begin();
  }

  function retry(): void {
    retriedAt = null;
    show({ failed: false, playing: true, waiting: true, begun: true });
    element.again(into());
    start();
  }

  const reactions: { [event: string]: () => void } = {
    loadedmetadata() {
      const { line, part } = state.get();
      if (line) show({ line: withDuration(line, part, element.duration()) });
      element.settle();
    },
    timeupdate() {
      const { line, part, playing } = state.get();
      const at = element.at();
      if (!line || at === null) return;
      const second = secondAt(line, { part, at });
      show({ second });
      if (retriedAt !== null && Math.abs(second - retriedAt) > WELL) retriedAt = null;
      const after = playing ? afterSilence(silences, second) : null;
      if (after !== null) seek(after);
    },
    ended() {
      const { line, part } = state.get();
      const next = line?.parts[part + 1];
      if (!next) return show({ playing: false, waiting: false });
      show({ part: part + 1, second: next.start });
      hold(0);
      if (isPlaying()) start();
    },
    // Headphones that were pulled out, or the keys of the system.
    pause() {
      if (element.isPaused()) show({ playing: false, waiting: false });
    },
    waiting: () => show({ waiting: isPlaying() }),
    playing: () => show({ waiting: false }),
    canplay: () => show({ waiting: false }),
    error() {
      if (!element.isHeld()) return;
      if (retriedAt !== null) return show({ failed: true, playing: false, waiting: false });
      retriedAt = state.get().second;
      show({ waiting: isPlaying() });
      element.again(into());
      if (isPlaying()) start();
    },
  };

  return {
    state,
    attach(audio) {
      element.use(audio);
      for (const [event, react] of Object.entries(reactions)) audio.addEventListener(event, react);
      hold(into());
      return () => {
        for (const [event, react] of Object.entries(reactions))
          audio.removeEventListener(event, react);
        element.silence();
        element.use(null);
        show({ playing: false, waiting: false });
      };
    },
    load,
    play,
    pause,
    toggle: () => (isPlaying() ? pause() : play()),
    seek,
    seekBy,
    playFrom,
    retry,
    tune: element.tune,
    skip(next) {
      silences = next;
    },
  };
}
