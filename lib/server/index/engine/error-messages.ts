/** What the engine says of a file whose content makes no sense; the words of a path must not be taken for these. */
const DAMAGE =
  /not a valid DuckDB database file|Corrupt database file|Corrupt WAL file|does not match stored checksum|Could not read enough bytes|deserialization|but we can only read versions/i;

/** What is no damage, whatever was read or written when it happened. */
const ANOTHER_CAUSE =
  /Could not set lock|No space left|File too large|Out of Memory|Permission denied|Read-only file system/i;

const REASONS: [RegExp, string][] = [
  [
    /Could not set lock|conflicting lock/i,
    'Another process has the index open: one Callscope at a time can use a DATA_DIR. Stop the other one, or give this one its own DATA_DIR.',
  ],
  [/ENOSPC|EDQUOT|EFBIG|No space left|File too large/i, 'The disk that DATA_DIR is on is full.'],
  [/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i, 'DATA_DIR cannot be written to.'],
  [/ENOTDIR|EEXIST|Not a directory/i, 'DATA_DIR is no folder: a file is in its place.'],
  [/\bmkdir\b/, 'DATA_DIR cannot be made.'],
  [
    DAMAGE,
    'The index file in DATA_DIR is damaged. Start Callscope again: it sets the file aside and builds a new one from HappyRobot.',
  ],
  [
    /has been invalidated/i,
    'The index stands still after its disk failed. When the disk is well, start Callscope again.',
  ],
];

/** Whether the file of the index is broken for good, and neither taken, nor out of reach, nor on a full disk. */
export function isDamage(error: unknown): boolean {
  const message = messageOf(error);
  return DAMAGE.test(message) && !ANOTHER_CAUSE.test(message);
}

/** Whether the engine had no memory left for what it was asked: with less to do at once it may have. */
export function isOutOfMemory(error: unknown): boolean {
  return /Out of Memory Error/.test(messageOf(error));
}

/** What stands in the way of the index, in a sentence without paths; undefined when it is nothing we know. */
export function reasonOf(error: unknown): string | undefined {
  const message = messageOf(error);
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
