import { lookup as resolve } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { DeliveryFault } from '../../model/outbox.ts'
import { reachableAs } from './addresses.ts'

/** Where a message may go: what a name resolved to, so that it does not resolve to another meanwhile. */
export interface Target {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * Where a host is, or why nothing is sent there. `private`: whether it may be this machine or in a private network; `open`:
 * whether it would be sent without TLS, which no public address gets.
 */
export async function targetOf(
  host: string,
  { private: mayBePrivate, open }: { readonly private: boolean; readonly open: boolean },
  signal: AbortSignal,
): Promise<Target | DeliveryFault> {
  const addresses = isIP(host) ? [host] : await namesOf(host, signal)
  const reach = addresses.map(reachableAs)
  const [address] = addresses
  // One bad address among several makes a name suspect as a whole.
  if (address === undefined) return 'unreachable'
  if (reach.includes('never') || (reach.includes('private') && !mayBePrivate)) return 'address-private'
  if (open && reach.includes('public')) return 'address-open'
  return { address, family: isIP(address) === 6 ? 6 : 4 }
}

/** What a name resolves to; a resolver that hangs is not waited for. */
async function namesOf(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const found = await Promise.race([resolve(host, { all: true, verbatim: true }), aborted])
  return found.map(({ address }) => address)
}

/** What went wrong with a connection: its certificate, or anything else. */
export function faultOf(error: unknown): DeliveryFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /CERT|SSL|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code) ? 'not-trusted' : 'unreachable'
}
