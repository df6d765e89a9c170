import { BlockList, isIP } from 'node:net';

/** What is set aside for something else than hosts of the internet: RFC 6890, and what came after it. */
const RESERVED: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Of IPv6 only 2000::/3 is given out; in it lie Teredo, ORCHID and benchmarks, documentation, and 6to4.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const reserved = listOf(RESERVED);
const givenOut = listOf([['2000::', 3]]);
const thisMachine = listOf([
  ['127.0.0.0', 8],
  ['::1', 128],
]);

/**
 * Whether an address is one of the internet: not private, loopback, link-local, of a carrier's network, multicast or
 * reserved, and not one of these wrapped into IPv6 (mapped, translated, tunnelled).
 */
export function isPublicAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === undefined || reserved.check(address, family)) return false;
  return family === 'ipv4' || givenOut.check(address, family);
}

/** Whether an address is this very machine. */
export function isThisMachine(address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && thisMachine.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  // With a zone it is an address of one network only.
  if (address.includes('%')) return undefined;
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}

function listOf(networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks)
    list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}
