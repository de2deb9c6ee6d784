import { join } from 'node:path'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import session from 'express-session'
import type { Logger } from 'pino'
import { refuse } from '../model/refusal.ts'
import type { Workspace } from '../workspace/open.ts'
import { createActorOf } from './actor.ts'
import { answer, mountApi } from './api.ts'
import type { CommandToken } from './command-token.ts'
import { documentHandlers } from './handlers/documents.ts'
import { glossaryHandlers } from './handlers/glossary.ts'
import { peopleHandlers } from './handlers/people.ts'
import { releaseHandlers } from './handlers/releases.ts'
import { segmentHandlers } from './handlers/segments.ts'
import { sessionHandlers } from './handlers/session.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { headers, loopbackOnly, passwordLimits, sameSiteOnly } from './security.ts'
import { type CatalogueSessionStore, sessionMilliseconds } from './sessions.ts'
import type { Site } from './site.ts'

export interface AppOptions {
  readonly workspace: Workspace
  readonly sessions: CatalogueSessionStore
  /** Signs session cookies. */
  readonly sessionSecret: string
  readonly commandToken: CommandToken
  /** The bundled review room; null where only the API is wanted. */
  readonly room: string | null
  readonly site: Site
  readonly log: Logger
}

/** The server as an Express app: guards first, then the API, the published pages and the review room. */
export function createApp(options: AppOptions): Express {
  const { workspace, sessions, room, site, log } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(loopbackOnly, headers())
  app.use('/published', express.static(site.folder, { dotfiles: 'ignore', redirect: true }))

  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  app.use(
    '/api',
    sameSiteOnly,
    session({
      name: 'duizhao',
      secret: options.sessionSecret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: sessionMilliseconds },
    }),
  )
  const actor = createActorOf(workspace, options.commandToken)
  const limits = passwordLimits()
  mountApi(
    app,
    {
      ...sessionHandlers(workspace, sessions, actor),
      ...documentHandlers(workspace),
      ...segmentHandlers(workspace),
      ...releaseHandlers(workspace, site),
      ...glossaryHandlers(workspace),
      ...peopleHandlers(workspace, sessions),
      ...settingsHandlers(workspace, site),
    },
    actor,
    { signIn: limits, invitation: limits, acceptInvitation: limits, changePassword: limits },
  )
  app.use('/api', (_request, response) => answer(response, refuse('not-found')))

  if (room !== null) {
    app.use(express.static(room, { index: false }))
    app.get('/{*path}', (_request, response) => {
      response.set('cache-control', 'no-cache').sendFile(join(room, 'index.html'))
    })
  }
  app.use(((_request, response) => answer(response, refuse('not-found'))) satisfies RequestHandler)
  app.use(faultHandler(log))
  return app
}

/** A fault is logged once, under a number the answer names, and answered without its trace. */
function faultHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const status = typeof error?.status === 'number' ? error.status : 500
    if (response.headersSent) return next(error)
    if (status === 413) return answer(response, refuse('file-too-large', { megabytes: '20' }))
    if (status < 500)
      return answer(response, refuse('bad-request', { place: 'body', reason: String(error.type ?? '') }))
    const fault = crypto.randomUUID().slice(0, 8)
    log.error({ fault, err: error, method: request.method, path: request.path }, 'fault')
    response.status(500).json({ fault })
  }
}
