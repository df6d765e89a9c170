import type { Call } from '@/lib/call/call';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/basic': 'au',
};

/**
 * `callscope-recording-2026-11-01-1432-utc-6904f2c0….wav`: when the call began, and which it was; made of our own words
 * and of what can be in an id only.
 */
export function recordingFileName(
  { id, created }: Pick<Call, 'id' | 'created'>,
  { type, session }: { type: string; session: string | undefined },
): string {
  const began = new Date(created);
  const isKnown = !Number.isNaN(began.getTime());
  const parts = [
    'callscope-recording',
    ...(isKnown
      ? [began.toISOString().slice(0, 16).replace('T', '-').replace(':', ''), 'utc']
      : []),
    plain(id),
    ...(session === undefined ? [] : [plain(session)]),
  ];
  return `${parts.join('-')}.${EXTENSIONS[type] ?? 'bin'}`;
}

function plain(text: string): string {
  return text.replace(/[^\w-]+/g, '-').slice(0, 60);
}
