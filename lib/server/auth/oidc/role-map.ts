import { ROLES, type Role } from '@/lib/auth/roles';

export type RoleMap = Readonly<Record<string, Role>>;

/** The role of everybody who is let in at all. */
const EVERYBODY = '*';

/**
 * Reads `callscope-managers=manager,callscope-reviewers=reviewer,*=viewer`: what the claim holds, and the role for
 * it. Undefined when it is not of that form or says two things about the same value.
 */
export function parseRoleMap(text: string): RoleMap | undefined {
  const entries = text.split(',').map(parseEntry);
  const known = entries.filter((entry) => entry !== undefined);
  if (known.length < entries.length) return undefined;
  const map = new Map(known);
  return map.size < known.length ? undefined : Object.fromEntries(map);
}

/** A sign of equality or a semicolon within is a slip, for example entries that semicolons part. */
function parseEntry(text: string): [string, Role] | undefined {
  const [value = '', word = '', ...more] = text.split('=').map((part) => part.trim());
  const role = ROLES.find((one) => one === word);
  const isWhole = value !== '' && !value.includes(';') && more.length === 0;
  return isWhole && role ? [value, role] : undefined;
}

/** The highest role that the claims give; undefined when they give none. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  path: string,
  map: RoleMap,
): Role | undefined {
  const held = [EVERYBODY, ...valuesOf(claimAt(claims, path))];
  const given = new Set(held.flatMap((value) => (Object.hasOwn(map, value) ? [map[value]] : [])));
  return ROLES.findLast((role) => given.has(role));
}

/** A name that has dots of its own, as addresses have, wins over the path that it could be. */
function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let at: unknown = claims;
  for (const name of path.split('.')) at = ownValue(at, name);
  return at;
}

function ownValue(thing: unknown, name: string): unknown {
  if (typeof thing !== 'object' || thing === null) return undefined;
  return Object.getOwnPropertyDescriptor(thing, name)?.value;
}

/** A claim that holds the asterisk itself means nothing by it. */
function valuesOf(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter(
    (value): value is string => typeof value === 'string' && value !== EVERYBODY,
  );
}
