/** How many of the first bytes are enough to know a format. */
const TELLING_BYTES = 16;

/**
 * The media type of a sound, `audio/…`: as it was declared, or by its first bytes where nothing telling was; undefined
 * for what is no sound.
 */
export function soundTypeOf(declared: string | undefined, first: Uint8Array): string | undefined {
  const [name = ''] = (declared ?? '').toLowerCase().split(';');
  const type = name.trim();
  if (/^audio\/[a-z0-9][a-z0-9.+-]{0,60}$/.test(type)) return USUAL[type] ?? type;
  const isTelling = type !== '' && !/^(application|binary)\/octet-stream$/.test(type);
  return isTelling ? undefined : sniffed(first);
}

/** One name for a format that goes under several: browsers know these. */
const USUAL: Readonly<Record<string, string>> = {
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/mp3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-flac': 'audio/flac',
};

function sniffed(first: Uint8Array): string | undefined {
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
