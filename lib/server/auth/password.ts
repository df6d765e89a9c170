import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Shorter ones are guessed too soon. */
export const LEAST_PASSWORD = 12;
/** Longer ones only keep the machine busy. */
export const MOST_PASSWORD = 1024;

/** What OWASP's Password Storage Cheat Sheet names for scrypt at 32 MB: N = 2^15, r = 8, p = 3. */
const COST = { N: 32_768, r: 8, p: 3 } as const;
/** Costs of a file beyond these would keep the machine busy, or out of memory. */
const MOST_COST = { N: 1_048_576, r: 32, p: 16, bytes: 256 * 1024 * 1024 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

type Cost = { N: number; r: number; p: number };
type Parsed = { cost: Cost; salt: Buffer; hash: Buffer };

const PATTERN =
  /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{16,64})\$([A-Za-z0-9_-]{32,128})$/;

const derive = promisify<string, Buffer, number, Cost & { maxmem: number }, Buffer>(scrypt);

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, salt, HASH_BYTES, COST);
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

export function isPasswordHash(text: string): boolean {
  return parsed(text) !== undefined;
}

/**
 * Whether this is the password. Without a hash, as for an address that nobody has, it takes as long and is wrong.
 */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const known = parsed(hash ?? '');
  const { cost, salt, hash: expected } = known ?? NOBODY;
  const actual = await derived(password, salt, expected.length, cost);
  return timingSafeEqual(actual, expected) && known !== undefined;
}

const NOBODY: Parsed = {
  cost: COST,
  salt: Buffer.alloc(SALT_BYTES),
  hash: Buffer.alloc(HASH_BYTES),
};

/** The same letters typed on different machines are the same password: Unicode has several ways to write them. */
function derived(password: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  const maxmem = 2 * bytesOf(cost);
  return derive(password.normalize('NFKC'), salt, length, { ...cost, maxmem });
}

/** The memory that scrypt takes: its table and its blocks. */
function bytesOf({ N, r, p }: Cost): number {
  return 128 * r * (N + p + 2);
}

function parsed(text: string): Parsed | undefined {
  const [, N, r, p, salt = '', hash = ''] = PATTERN.exec(text) ?? [];
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  if (!isSensible(cost)) return undefined;
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}

/** Also what scrypt itself would refuse: a line of the file must not make an attempt to sign in fail as a fault. */
function isSensible({ N, r, p }: Cost): boolean {
  const isPowerOfTwo = N > 1 && (N & (N - 1)) === 0;
  const isAllowed = r >= 1 && p >= 1 && N < 2 ** (16 * r);
  const isSmall = N <= MOST_COST.N && r <= MOST_COST.r && p <= MOST_COST.p;
  return isPowerOfTwo && isAllowed && isSmall && bytesOf({ N, r, p }) <= MOST_COST.bytes;
}
