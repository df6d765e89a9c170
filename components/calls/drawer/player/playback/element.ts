export type Tuning = { speed: number; volume: number };

/** The element that sounds, told what to do also while it cannot yet. */
export function createElement() {
  let audio: HTMLAudioElement | null = null;
  let src = '';
  /** Seconds to go to as soon as the element knows how long its sound is. */
  let pending: number | null = null;
  let tuning: Tuning = { speed: 1, volume: 1 };

  function tune(next: Tuning): void {
    tuning = next;
    if (!audio) return;
    // Another source starts with the default one.
    audio.defaultPlaybackRate = tuning.speed;
    audio.playbackRate = tuning.speed;
    audio.volume = tuning.volume;
  }

  return {
    use(element: HTMLAudioElement | null): void {
      audio = element;
      tune(tuning);
    },

    /** Whether it holds a sound. */
    isHeld: () => src !== '',

    /** Whether it is this sound. */
    holds: (wanted: string) => src === wanted,

    /** Whether it stands still although its sound is not over. */
    isPaused: () => src !== '' && audio?.paused === true && !audio.ended && !audio.error,

    /** Seconds into the sound; null while that is not where it is to be. */
    at: () => (audio && pending === null && audio.readyState > 0 ? audio.currentTime : null),

    /** Whether nothing is left to hear from where it is; false while that is not known. */
    isAtEnd: () => audio !== null && audio.readyState > 0 && audio.currentTime >= audio.duration,

    /** Seconds; NaN while it is not known. */
    duration: () => audio?.duration ?? Number.NaN,

    /** Goes to a second of a sound; true when it is another sound, which nobody plays yet. */
    hold(wanted: string, at: number): boolean {
      if (!audio) return false;
      const another = src !== wanted;
      if (another) {
        src = wanted;
        audio.src = wanted;
        tune(tuning);
      }
      pending = at;
      if (audio.readyState > 0) this.settle();
      return another;
    },

    /** Goes to where it is to be, once it can. */
    settle(): void {
      if (audio && pending !== null) audio.currentTime = pending;
      pending = null;
    },

    /** Asks for the sound anew, to go on at a second of it. */
    again(at: number): void {
      pending = at;
      audio?.load();
      tune(tuning);
    },

    start(onRefused: () => void): void {
      audio?.play().catch((error: unknown) => {
        // Of all else an event tells.
        if (error instanceof DOMException && error.name === 'NotAllowedError') onRefused();
      });
    },

    pause: () => audio?.pause(),

    /** Lets go of the sound, and of its connection. */
    silence(): void {
      pending = null;
      if (src === '') return;
      src = '';
      audio?.pause();
      audio?.removeAttribute('src');
      audio?.load();
    },

    tune,
  };
}
