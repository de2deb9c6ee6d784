import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { refuse } from '../model/refusal.ts'
import { loopbackNames, type PublicAddress } from './public-address.ts'

/** Response headers: nothing is loaded from elsewhere, no other page may frame the room, only its own scripts run. */
export function headers(address: PublicAddress | null): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only where browsers come through TLS; other names under the host are not this server's to decide about.
    strictTransportSecurity: address?.isSecure === true && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
  })
}

/**
 * Answers only to the names of this machine and to that of the public address, so that no other site can reach the room
 * by pointing a name of its own at 127.0.0.1 (DNS rebinding). Looks at `Host` itself: a page could send the headers in
 * which proxies tell the name.
 */
export function ownNamesOnly(address: PublicAddress | null): RequestHandler {
  const own = new Set([...loopbackNames, ...(address ? [address.hostname] : [])])
  return (request, response, next) => {
    const { host = '' } = request.headers
    const name = host.toLowerCase().replace(/:\d+$/, '')
    if (own.has(name)) return next()
    response.status(403).json({ refusal: refuse('cross-site') })
  }
}

/**
 * Refuses any change that another site's page could have caused: the browser must say that the request is same-origin
 * (Fetch Metadata, else Origin), and a header is asked for that a form cannot send.
 */
export function sameSiteOnly(address: PublicAddress | null): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const crossSite =
      request.get('x-requested-with') !== 'duizhao' ||
      (site !== undefined && site !== 'same-origin') ||
      (origin !== undefined && origin !== (address?.origin ?? `http://${request.get('host')}`))
    if (!crossSite) return next()
    response.status(403).json({ refusal: refuse('cross-site') })
  }
}

/** The public address says how browsers come; what a proxy adds about it, or forgets to add, changes nothing. */
export function schemeOf(address: PublicAddress | null): RequestHandler {
  return (request, _response, next) => {
    request.headers['x-forwarded-proto'] = address?.isSecure === true ? 'https' : 'http'
    next()
  }
}
