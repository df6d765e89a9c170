/** Frames a second, as on the telephone. */
export const RATE = 8000;

/** µ-law for silence. */
export const SILENCE = 0xff;

/** The two formants that make a vowel, in Hz. */
const VOWELS: readonly (readonly [number, number])[] = [
  [730, 1090],
  [270, 2290],
  [300, 870],
  [530, 1840],
  [570, 840],
];

const SYLLABLE = Math.round(RATE * 0.19);

/** A voice that says syllables: the same ones whenever it is asked. */
export type Voice = {
  /** The sample, in µ-law, so many frames after a turn began; `turn` is any number that tells turns apart. */
  sample(turn: number, frame: number): number;
};

/** A voice of so many Hz. Each period of it is a vowel that rings out, as in a throat. */
export function createVoice(pitch: number): Voice {
  const period = Math.round(RATE / pitch);
  const vowels = VOWELS.map(([first, second]) =>
    Float64Array.from({ length: period }, (_, n) => {
      const t = n / RATE;
      const ring = (hertz: number) => Math.sin(2 * Math.PI * hertz * t) * Math.exp(-t * 420);
      return 15_000 * ring(first) + 6_000 * ring(second);
    }),
  );
  const loudness = Float64Array.from({ length: SYLLABLE }, (_, n) => {
    const part = n / SYLLABLE;
    return part > 0.86 ? 0 : Math.sin((Math.PI * part) / 0.86) ** 0.7;
  });
  return {
    sample(turn, frame) {
      const syllable = Math.floor(frame / SYLLABLE);
      const mixed = mix(turn, syllable);
      // Between words there is a moment of nothing.
      if (mixed % 7 === 0) return SILENCE;
      const vowel = vowels[mixed % VOWELS.length];
      const volume = loudness[frame % SYLLABLE] ?? 0;
      return toMuLaw((vowel?.[frame % period] ?? 0) * volume);
    },
  };
}

function mix(turn: number, syllable: number): number {
  let word = Math.imul(turn + 1, 0x9e3779b1) ^ Math.imul(syllable + 1, 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
  return (word ^ (word >>> 13)) >>> 0;
}

/** A sample of 16 bits in the eight of ITU-T G.711. */
function toMuLaw(sample: number): number {
  return MU_LAW[(Math.max(-32_635, Math.min(32_635, Math.round(sample))) + 32_768) >> 2] ?? SILENCE;
}

const MU_LAW = Uint8Array.from({ length: 16_384 }, (_, n) => encode((n << 2) - 32_768));

function encode(sample: number): number {
  const biased = Math.min(32_635, Math.abs(sample)) + 132;
  const exponent = Math.max(0, Math.floor(Math.log2(biased)) - 7);
  const mantissa = (biased >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}
