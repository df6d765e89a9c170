import { describe, expect, it } from 'vitest';
import type { Part } from '@/lib/call/recording/line';
import { createPlayback } from './playback';

/** As much of an audio element as playing needs; the test says when it has loaded and how far it is. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  duration = Number.NaN;
  readyState = 0;
  paused = true;
  ended = false;
  error: object | null = null;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  volume = 1;
  loads = 0;
  refusal: string | null = null;
  #src = '';

  get src() {
    return this.#src;
  }
  set src(value: string) {
    this.#src = value;
    this.load();
  }
  removeAttribute() {
    this.#src = '';
  }
  load() {
    this.loads += 1;
    this.readyState = 0;
    this.currentTime = 0;
    this.paused = true;
    this.ended = false;
    this.error = null;
    this.playbackRate = this.defaultPlaybackRate;
  }
  async play() {
    if (this.refusal) throw new DOMException('no', this.refusal);
    this.paused = false;
  }
  pause() {
    this.paused = true;
  }
  tell(event: string) {
    this.dispatchEvent(new Event(event));
  }
  comes(duration: number) {
    this.duration = duration;
    this.readyState = 4;
    this.tell('loadedmetadata');
    this.tell('playing');
  }
  reaches(seconds: number) {
    this.currentTime = seconds;
    this.tell('timeupdate');
  }
  ends() {
    this.currentTime = this.duration;
    this.paused = true;
    this.ended = true;
    this.tell('timeupdate');
    this.tell('pause');
    this.tell('ended');
  }
  breaks() {
    this.error = {};
    this.tell('error');
  }
}

const part = (start: number, duration: number | null, session: string | null = null): Part => ({
  session,
  start,
  duration,
});

function playing(parts: Part[], second: number | null = null) {
  const playback = createPlayback();
  const audio = new FakeAudio();
  // Guarantee: playback uses nothing of the element that the double does not have.
  playback.attach(audio as unknown as HTMLAudioElement);
  playback.load(
    { callId: 'a', parts, callSeconds: null, srcOf: ({ session }) => `/sound/${session}` },
    second,
  );
  return { audio, ...playback, now: () => playback.state.get() };
}

describe('playing a call', () => {
  it('fetches nothing before somebody plays it', () => {
    const { audio, now } = playing([part(0, 60)]);
    expect(audio.paused).toBe(true);
    expect(now()).toMatchObject({ playing: false, begun: false, second: 0 });
  });

  it('tells how far it is, on the line of the call', () => {
    const { audio, play, now } = playing([part(4, 60)]);
    play();
    audio.comes(60);
    audio.reaches(10);
    expect(now()).toMatchObject({ playing: true, second: 14, begun: true });
  });

  it('opens at a moment without playing, and goes there once the sound has come', () => {
    const { audio, play, now } = playing([part(0, 60)], 21);
    expect(now()).toMatchObject({ second: 21, playing: false, begun: true });
    play();
    audio.tell('timeupdate');
    expect(now().second).toBe(21);
    audio.comes(60);
    expect(audio.currentTime).toBe(21);
  });

  it('goes from one part into the next, and stops after the last', () => {
    const { audio, play, now } = playing([part(0, 10, 'a'), part(15, 5, 'b')]);
    play();
    audio.comes(10);
    audio.ends();
    expect(audio.src).toBe('/sound/b');
    expect(audio.paused).toBe(false);
    expect(now()).toMatchObject({ playing: true, second: 15 });
    audio.comes(5);
    audio.ends();
    expect(now().playing).toBe(false);
    play();
    expect(audio.src).toBe('/sound/a');
    expect(now()).toMatchObject({ playing: true, second: 0 });
  });

  it('seeks into another part and plays on there', () => {
    const { audio, play, seek, seekBy, now } = playing([part(0, 10, 'a'), part(15, 5, 'b')]);
    play();
    audio.comes(10);
    seek(17);
    expect(audio.src).toBe('/sound/b');
    expect(audio.paused).toBe(false);
    audio.comes(5);
    expect(audio.currentTime).toBe(2);
    seek(12);
    // Between the parts nothing is heard.
    expect(now().second).toBe(15);
    seekBy(-15);
    expect(now().second).toBe(0);
    seek(999);
    expect(now().second).toBe(20);
  });

  it('steps back out of a part into the one before it', () => {
    const { audio, seek, seekBy, now } = playing([part(0, 10, 'a'), part(40, 20, 'b')]);
    seek(42);
    const seconds = [1, 2, 3].map(() => {
      seekBy(-5);
      return now().second;
    });
    expect(seconds).toEqual([7, 2, 0]);
    expect(audio.src).toBe('/sound/a');
    seekBy(12);
    expect(now().second).toBe(40);
  });

  it('starts no part by itself while it is paused', () => {
    const { audio, seek, now } = playing([part(0, 10, 'a'), part(15, 5, 'b')]);
    seek(9.9);
    // The sound is a little shorter than was said.
    audio.comes(9.8);
    audio.ends();
    expect(audio).toMatchObject({ src: '/sound/b', paused: true });
    expect(now()).toMatchObject({ playing: false, second: 15 });
  });

  it('plays from the second that is named, however late, and starts over by itself only', () => {
    const { audio, play, pause, seek, playFrom, toggle, now } = playing([part(0, 60)]);
    playFrom(59.8);
    audio.comes(60);
    expect(audio).toMatchObject({ currentTime: 59.8, paused: false });
    expect(now()).toMatchObject({ playing: true, second: 59.8 });
    pause();
    playFrom(750);
    // Nothing is left to hear, and a browser that is told to play all the same starts over.
    expect(audio).toMatchObject({ currentTime: 60, paused: true });
    expect(now()).toMatchObject({ playing: false, second: 60 });
    play();
    expect(now()).toMatchObject({ playing: true, second: 0 });
    pause();
    seek(59.9);
    toggle();
    expect(now()).toMatchObject({ playing: true, second: 0 });
  });

  it('tries again from the second that is named', () => {
    const { audio, play, playFrom, now } = playing([part(0, 60)]);
    play();
    audio.comes(60);
    for (const _ of [1, 2]) audio.breaks();
    playFrom(30);
    expect(now()).toMatchObject({ failed: false, playing: true, second: 30 });
    audio.comes(60);
    expect(audio.currentTime).toBe(30);
  });

  it('seeks while paused without playing', () => {
    const { audio, seek, now } = playing([part(0, 10)]);
    seek(4);
    expect(audio.paused).toBe(true);
    expect(now()).toMatchObject({ second: 4, playing: false, begun: true });
  });

  it('learns how long a sound is that nobody measured', () => {
    const { audio, play, now } = playing([part(5, null)]);
    expect(now().line?.length).toBeNull();
    play();
    audio.comes(30);
    expect(now().line?.length).toBe(35);
  });

  it('leaves silences out while it plays', () => {
    const { audio, play, skip, seek, now } = playing([part(0, 60)]);
    skip([{ start: 10, end: 20 }]);
    seek(12);
    audio.comes(60);
    audio.reaches(12);
    expect(now().second).toBe(12);
    play();
    audio.reaches(12.1);
    expect(audio.currentTime).toBe(20);
    expect(now().second).toBe(20);
  });

  it('tries again by itself once, from the same second, then says so and waits', () => {
    const { audio, play, retry, now } = playing([part(0, 60)]);
    play();
    audio.comes(60);
    audio.reaches(31);
    audio.breaks();
    expect(now()).toMatchObject({ failed: false, playing: true, waiting: true, second: 31 });
    expect(audio.paused).toBe(false);
    audio.comes(60);
    expect(audio.currentTime).toBe(31);
    audio.breaks();
    expect(now()).toMatchObject({ failed: true, playing: false, waiting: false, second: 31 });
    retry();
    audio.comes(60);
    expect(now()).toMatchObject({ failed: false, playing: true, second: 31 });
    expect(audio.currentTime).toBe(31);
    audio.reaches(36);
    audio.breaks();
    expect(now()).toMatchObject({ failed: false, playing: true, second: 36 });
  });

  it('forgets a trouble after which it went well', () => {
    const { audio, play, now } = playing([part(0, 60)]);
    play();
    audio.comes(60);
    for (const second of [10, 20, 30]) {
      audio.reaches(second);
      audio.breaks();
      audio.comes(60);
      expect(now()).toMatchObject({ failed: false, playing: true });
    }
  });

  it('says when the browser lets nothing be heard yet', async () => {
    const { audio, play, now } = playing([part(0, 60)]);
    audio.refusal = 'NotAllowedError';
    play();
    await expect.poll(() => now()).toMatchObject({ playing: false, blocked: true });
    audio.refusal = null;
    play();
    expect(now()).toMatchObject({ playing: true, blocked: false });
  });

  it('stands still when the system pauses it, and not between two parts', () => {
    const { audio, play, now } = playing([part(0, 60)]);
    play();
    audio.comes(60);
    audio.paused = true;
    audio.tell('pause');
    expect(now().playing).toBe(false);
  });

  it('keeps its speed from call to call', () => {
    const { audio, tune, load, play } = playing([part(0, 60)]);
    tune({ speed: 1.5, volume: 0.4 });
    load({ callId: 'b', parts: [part(0, 9)], callSeconds: null, srcOf: () => '/other' }, null);
    play();
    expect(audio).toMatchObject({ src: '/other', playbackRate: 1.5, volume: 0.4 });
  });

  it('goes on where it is when more is known of the call', () => {
    const { audio, play, load, now } = playing([part(0, null)]);
    const sound = {
      callId: 'a',
      callSeconds: null,
      srcOf: ({ session }: Part) => `/sound/${session}`,
    };
    play();
    audio.comes(10);
    audio.reaches(6);
    load({ ...sound, parts: [part(0, 10), part(12, 8, 'b')] }, null);
    expect(audio).toMatchObject({ paused: false, currentTime: 6 });
    expect(now()).toMatchObject({ playing: true, second: 6, line: { length: 20 } });
    load({ ...sound, parts: [part(0, 10, 'a'), part(12, 8, 'b')] }, null);
    expect(audio).toMatchObject({ src: '/sound/a', paused: false });
    audio.comes(10);
    expect(audio.currentTime).toBe(6);
  });

  it('is silent without a call', () => {
    const { audio, play, load, seek, now } = playing([part(0, 60)]);
    play();
    load(null, null);
    expect(audio).toMatchObject({ src: '', paused: true });
    seek(4);
    play();
    expect(now()).toMatchObject({ line: null, playing: false, second: 0 });
    expect(audio.paused).toBe(true);
  });
});
