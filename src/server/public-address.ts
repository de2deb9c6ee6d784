import { isIP } from 'node:net'

/** Where people reach the server, when it is not the address on which it listens: that of a proxy before it. */
export interface PublicAddress {
  /** Scheme, host and port, as browsers tell it in `Origin`: `https://office.example`. */
  readonly origin: string
  /** The name of the host, without a port. */
  readonly hostname: string
  /** What every path begins with: empty, or `/duizhao`. */
  readonly base: string
  /** Whether it is reached through TLS; then cookies are too. */
  readonly isSecure: boolean
}

/** How requests reach the server. */
export interface Reach {
  /** Null without a proxy: the server is reached where it listens, on loopback. */
  readonly address: PublicAddress | null
  /** The proxies whose word is taken for where a request comes from: IP addresses and ranges (CIDR). */
  readonly proxies: readonly string[]
  /** The header in which those proxies say who somebody is, in lower case; null where they do not. */
  readonly header: string | null
}

export const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** A proxy on the same machine, which is the only one that reaches a server on loopback. */
export const proxiesOfThisMachine: readonly string[] = ['127.0.0.1', '::1']

/** Segments of plain characters, so that the path can stand in the name of a cookie and in configurations. */
const basePath = /^(?:\/[A-Za-z0-9._~-]+)*$/

/**
 * Reads a public address such as `https://office.example/duizhao`. Null if it is none: TLS is required, since the cookie
 * of a session goes that way, except for the names of this machine; and it has neither a name and password nor a query
 * nor a fragment.
 */
export function readPublicAddress(text: string): PublicAddress | null {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || /[?#]/.test(text)) return null
  const isSecure = url.protocol === 'https:'
  if (!isSecure && !(url.protocol === 'http:' && loopbackNames.includes(url.hostname))) return null
  const base = url.pathname.replace(/\/$/, '')
  return basePath.test(base) ? { origin: url.origin, hostname: url.hostname, base, isSecure } : null
}

/** Reads IP addresses and ranges, separated by commas. Null if one of them is none. */
export function readProxies(text: string): readonly string[] | null {
  const proxies = text
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '')
  return proxies.every(isAddressOrRange) ? proxies : null
}

/** Headers that say something else. */
const otherHeaders =
  /^(?:host|cookie|authorization|origin|referer|connection|content-.*|sec-.*|x-forwarded-.*|x-duizhao-.*|x-requested-with)$/

/** Reads the name of the header in which proxies say who somebody is. Null if it is none, or has another meaning. */
export function readHeaderName(text: string): string | null {
  const name = text.trim().toLowerCase()
  return /^[a-z0-9-]{1,64}$/.test(name) && !otherHeaders.test(name) ? name : null
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
}

/**
 * The name of the session's cookie. Through TLS it has the prefix `__Host-` (RFC 6265bis §4.1.3.2): the browser takes
 * it only from this very host, never from a neighbouring subdomain, and asks for `Path=/`. So two servers under one
 * host, at different paths, see each other's cookie: the path is part of the name.
 */
export function sessionCookieName(address: PublicAddress | null): string {
  const name = `duizhao${(address?.base ?? '').replaceAll('/', '.')}`
  return address?.isSecure === true ? `__Host-${name}` : name
}
