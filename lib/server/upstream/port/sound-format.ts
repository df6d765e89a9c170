/** How many of the first bytes are enough to know a format. */
export const TELLING_BYTES = 16;

/** The media type of a sound by its first bytes; undefined for what is none that is known. */
export function soundFormatOf(first: Uint8Array): string | undefined {
  const text = Buffer.from(first.subarray(0, TELLING_BYTES)).toString('latin1');
  const [one = 0, two = 0, three = 0] = first;
  if (/^(RIFF|RIFX|RF64)....WAVE/s.test(text)) return 'audio/wav';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (/^....ftyp/s.test(text)) return 'audio/mp4';
  if (text.startsWith('\x1a\x45\xdf\xa3')) return 'audio/webm';
  if (text.startsWith('#!AMR')) return 'audio/amr';
  if (text.startsWith('ID3')) return 'audio/mpeg';
  if (one !== 0xff) return undefined;
  if ((two & 0xf6) === 0xf0) return 'audio/aac';
  // A frame of MPEG audio: eleven bits set, then a version, layer, bit rate and sample rate that exist.
  const exists =
    (two & 0x18) !== 0x08 &&
    (two & 0x06) !== 0 &&
    (three & 0xf0) !== 0xf0 &&
    (three & 0x0c) !== 0x0c;
  return (two & 0xe0) === 0xe0 && exists ? 'audio/mpeg' : undefined;
}
