import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { refuse } from '../model/refusal.ts'

/** Response headers: nothing is loaded from elsewhere, no other page may frame the room, only its own scripts run. */
export function headers(): RequestHandler {
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
    // The server speaks plain HTTP on this machine; a proxy that adds TLS adds this header too.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  })
}

/**
 * Answers only to the names of this machine, so that no other site can reach the room by pointing a name of its own at
 * 127.0.0.1 (DNS rebinding). `DUIZHAO_HOST` adds the name under which a proxy passes requests on.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  // A request without the name of a host has none, whatever the types say.
  const name = request.hostname ?? ''
  const own = ['127.0.0.1', 'localhost', '[::1]', '::1', process.env.DUIZHAO_HOST ?? '']
  if (name !== '' && own.includes(name)) return next()
  response.status(403).json({ refusal: refuse('cross-site') })
}

/**
 * Refuses any change that another site's page could have caused: the browser must say that the request is same-origin
 * (Fetch Metadata, else Origin), and a header is asked for that a form cannot send.
 */
export const sameSiteOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const site = request.get('sec-fetch-site')
  const origin = request.get('origin')
  const host = request.get('host')
  const crossSite =
    request.get('x-requested-with') !== 'duizhao' ||
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && origin !== `${request.protocol}://${host}`)
  if (!crossSite) return next()
  response.status(403).json({ refusal: refuse('cross-site') })
}
