import { soundFormatOf } from '@/lib/server/upstream/port/sound-format';

/**
 * The media type of a sound, `audio/…`: as it was declared, or by its first bytes where nothing telling was; undefined
 * for what is no sound.
 */
export function soundTypeOf(declared: string | undefined, first: Uint8Array): string | undefined {
  const type = nameOf(declared);
  if (isSound(type)) return USUAL[type] ?? type;
  return isTelling(type) ? undefined : soundFormatOf(first);
}

/** Whether the type that was declared says that it is no sound, whatever its bytes are. */
export function isOtherType(declared: string | undefined): boolean {
  const type = nameOf(declared);
  return isTelling(type) && !isSound(type);
}

function nameOf(declared = ''): string {
  const [name = ''] = declared.toLowerCase().split(';');
  return name.trim();
}

/** Lists of addresses go as sound, too: their reader would be sent anywhere. */
function isSound(type: string): boolean {
  return /^audio\/[a-z0-9][a-z0-9.+-]{0,60}$/.test(type) && !/mpegurl|scpls|ms-wax/.test(type);
}

function isTelling(type: string): boolean {
  return type !== '' && !/^(application|binary)\/octet-stream$/.test(type);
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
