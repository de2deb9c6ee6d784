import { BlockList, isIP } from 'node:net'

/** What messages from here may be sent to, by its IP address. */
export type Reachable = 'public' | 'private' | 'never'

function listOf(...ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4')
  return list
}

/** This machine and private networks (RFC 1918, RFC 4193, RFC 6598). */
const privateRanges = listOf(
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['::1', 128],
  ['fc00::', 7],
)

/**
 * Where clouds tell a machine its own secrets, in ranges that are otherwise public or private: Azure, Alibaba, AWS and Google
 * over IPv6.
 */
const metadataServices = listOf(
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
)

/**
 * What is no receiver wherever one stands: unspecified, link-local with the metadata services of clouds, documentation,
 * benchmarks, multicast and reserved (RFC 6890), and IPv6 that leads to an IPv4 address by another way (RFC 4291 §2.5.5.1,
 * RFC 6052, RFC 3056, RFC 4380).
 */
const otherRanges = listOf(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['100::', 64],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['2002::', 16],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
)

/** Of an IPv4 address in IPv6 (`::ffff:127.0.0.1`) what holds for the IPv4 address. */
export function reachableAs(address: string): Reachable {
  const version = isIP(address)
  if (version === 0) return 'never'
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (metadataServices.check(address, family)) return 'never'
  // Asked first, since `::1` lies in a range of the others.
  if (privateRanges.check(address, family)) return 'private'
  return otherRanges.check(address, family) ? 'never' : 'public'
}
