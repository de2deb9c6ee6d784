import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import session from 'express-session'
import en from '../../locales/en/refusals.json' with { type: 'json' }
import zh from '../../locales/zh-CN/refusals.json' with { type: 'json' }
import { fileLimits } from '../model/file-limits.ts'
import { refuse } from '../model/refusal.ts'
import type { Coordination } from '../ports/coordination.ts'
import { DamagedJournal } from '../ports/journal.ts'
import { refusalOfDisk } from '../workspace/core/disk-refusal.ts'
import { refusalOfDamage } from '../workspace/core/lookup.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { personOfLogin } from '../workspace/people/accounts.ts'
import { holderOfToken } from '../workspace/people/tokens.ts'
import { createActorOf } from './actor.ts'
import { answer, mountApi } from './api.ts'
import { mountApiDocs } from './api-docs/api-docs.ts'
import { comeIn } from './begin-session.ts'
import type { CommandToken } from './command-token.ts'
import { compressedSite } from './compressed-site.ts'
import { type Door, openDoor } from './door.ts'
import { tooManyFiles } from './file-body.ts'
import type { Attempts } from './guessing/attempts.ts'
import { createKnownBrowsers } from './guessing/known-browsers.ts'
import { passwordLimits } from './guessing/password-limits.ts'
import { createHalfway } from './halfway.ts'
import { assignmentHandlers } from './handlers/assignments.ts'
import { countsHandlers } from './handlers/counts.ts'
import { documentHandlers } from './handlers/documents.ts'
import { glossaryHandlers } from './handlers/glossary.ts'
import { incomingHandlers } from './handlers/incoming.ts'
import { memoryHandlers } from './handlers/memory.ts'
import { outboxHandlers } from './handlers/outbox.ts'
import { passkeyHandlers } from './handlers/passkeys.ts'
import { peopleHandlers } from './handlers/people.ts'
import { qualityHandlers } from './handlers/quality.ts'
import { questionsHandlers } from './handlers/questions.ts'
import { releaseHandlers } from './handlers/releases.ts'
import { replacingHandlers } from './handlers/replacing.ts'
import { segmentHandlers } from './handlers/segments.ts'
import { sessionHandlers } from './handlers/session.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { signInHandlers } from './handlers/sign-in.ts'
import type { Faults } from './notices.ts'
import { createPasskeys } from './passkeys.ts'
import { mountCallback } from './provider/callback.ts'
import { createProviderDoor } from './provider/door.ts'
import { createPendingSignIns } from './provider/pending.ts'
import { createProviderSessions, type ProviderTimes } from './provider/provider-sessions.ts'
import { type PublicAddress, type Reach, sessionCookieName } from './public-address.ts'
import { readRoomPage } from './room-page.ts'
import { headers, ownNamesOnly, sameSiteOnly, schemeOf } from './security.ts'
import { type CatalogueSessionStore, sessionMilliseconds } from './sessions.ts'
import { mountSiteWide } from './site-wide.ts'
import { tokenLimit } from './token-limit.ts'
import { createTrustedHeader, type TrustedHeader } from './trusted-header.ts'

export interface AppOptions {
  readonly workspace: Workspace
  readonly sessions: CatalogueSessionStore
  /** Signs session cookies. */
  readonly sessionSecret: string
  readonly attempts: Attempts
  readonly commandToken: CommandToken
  /** The bundled review room; null to serve the API alone. */
  readonly room: string | null
  /** The folder of the published pages. */
  readonly siteFolder: string
  readonly faults: Faults
  readonly reach: Reach
  readonly coordination: Coordination
  readonly providerTimes: ProviderTimes
}

/** The server as an Express app: guards first, then the API, the published pages and the review room. */
export function createApp(options: AppOptions): Express {
  const { workspace, sessions, room, siteFolder, faults, reach } = options
  const { address } = reach
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', [...reach.proxies])
  app.use(ownNamesOnly(address), schemeOf(address), headers(address))
  const site = [compressedSite(siteFolder), express.static(siteFolder, { dotfiles: 'ignore', redirect: true })]
  app.use('/published', ...site, noSuchPage)

  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  const idOfToken = async (text: string) => (await holderOfToken(workspace, text))?.token.id ?? null
  app.use('/api', sameSiteOnly(address), tokenLimit(idOfToken), sessionOf(options))
  const door = openDoor(workspace)
  const header = headerOf(app, options, door)
  app.use('/api', header.middleware)
  mountApiDocs(app, address?.base ?? '')
  const signIn = openSignIn(options, header)
  const actor = createActorOf(workspace, options.commandToken, signIn.holds)
  const browsers = createKnownBrowsers(options.sessionSecret, address)
  const {
    presentPassword,
    provider: providerLimits,
    ...limits
  } = passwordLimits(options.attempts, browsers, door.exceeded)
  mountCallback(app, { ...signIn, workspace, sessions, door, limits: providerLimits })
  mountApi(
    app,
    {
      ...sessionHandlers(workspace, sessions, actor, browsers, signIn),
      ...signInHandlers(workspace, signIn),
      ...passkeyHandlers(workspace, { ...signIn, sessions }),
      ...documentHandlers(workspace, sessions),
      ...releaseHandlers(workspace, sessions, signIn.keys),
      ...peopleHandlers(workspace, sessions, address),
      ...workspaceHandlers(workspace),
    },
    actor,
    {
      ...limits,
      changePassword: presentPassword,
      signOff: presentPassword,
      withdrawRelease: presentPassword,
      beginLink: presentPassword,
      beginPasskey: presentPassword,
      removePasskey: presentPassword,
      enterByPasskey: limits.invitation,
    },
    workspace.world.pause,
    door,
  )
  app.use('/api', (_request, response) => answer(response, refuse('not-found')))

  mountSiteWide(app)
  if (room !== null) mountRoom(app, room, address?.base ?? '')
  app.use(((_request, response) => answer(response, refuse('not-found'))) satisfies RequestHandler)
  app.use(faultHandler(faults))
  return address === null || address.base === '' ? app : below(address, app)
}

/** What is answered from the workspace alone. */
function workspaceHandlers(workspace: Workspace) {
  return {
    ...assignmentHandlers(workspace),
    ...qualityHandlers(workspace),
    ...countsHandlers(workspace),
    ...incomingHandlers(workspace),
    ...segmentHandlers(workspace),
    ...replacingHandlers(workspace),
    ...questionsHandlers(workspace),
    ...memoryHandlers(workspace),
    ...glossaryHandlers(workspace),
    ...settingsHandlers(workspace),
    ...outboxHandlers(workspace),
  }
}

/** The ways of signing in beside passwords. */
function openSignIn(options: AppOptions, header: TrustedHeader) {
  const { workspace, sessions, sessionSecret, coordination, providerTimes: times } = options
  const { address } = options.reach
  const now = Date.now
  const provider = createProviderDoor(now)
  const vouched = createProviderSessions({ workspace, sessions, door: provider, coordination, now, times })
  const holds = async (request: Request) => header.agrees(request) && (await vouched(request))
  return {
    provider,
    pending: createPendingSignIns(sessionSecret, address, now),
    keys: createPasskeys({ workspace, sessions, address, now }),
    holds,
    halfway: createHalfway(workspace, sessions, holds),
    address,
    now,
  }
}

/** By the proxies of the setting `trust proxy`, of which Express makes a function. */
function headerOf(app: Express, { workspace, reach }: AppOptions, door: Door): TrustedHeader {
  return createTrustedHeader({
    header: reach.header,
    isProxy: (remote) => app.get('trust proxy fn')(remote, 0),
    personOf: (login) => personOfLogin(workspace, login),
    async enter(request, person) {
      if (await comeIn(workspace, request, person, { byHeader: true })) door.entered(request, person)
    },
  })
}

function sessionOf({ sessions, sessionSecret, reach: { address } }: AppOptions): RequestHandler {
  return session({
    name: sessionCookieName(address),
    secret: sessionSecret,
    store: sessions,
    resave: false,
    saveUninitialized: false,
    // Whether the browser came through TLS is set before, from the public address.
    proxy: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: address?.isSecure === true,
      maxAge: sessionMilliseconds,
    },
  })
}

/** Serves the files of the review room, and its one page at every other path, which all begin with `base` for the browser. */
function mountRoom(app: Express, room: string, base: string): void {
  app.use(
    express.static(room, {
      index: false,
      setHeaders(response, path) {
        // A part has the hash of its contents in its name.
        if (/[\\/]part-[^\\/]+$/.test(path)) response.set('cache-control', 'public, max-age=31536000, immutable')
      },
    }),
  )
  // Pages of the room have no ending in their addresses, but for the ids of segments and terms: what has one else is a
  // file that is not there.
  app.get(/^\/(?!d\/|glossary\/).*\.[^/]*$/, noSuchPage)
  const page = readRoomPage(room, base)
  app.get('/{*path}', (_request, response) => {
    response.set('cache-control', 'no-cache').type('html').send(page)
  })
}

/** An app whose paths all begin with that of the public address; elsewhere there is nothing. */
function below(address: PublicAddress, app: Express): Express {
  const whole = express()
  whole.disable('x-powered-by')
  whole.use(address.base, app)
  whole.use(ownNamesOnly(address), headers(address), noSuchPage)
  return whole
}

/** Readers of the published pages are not users of the room: a missing page is reported in plain words. */
const noSuchPage: RequestHandler = (_request, response) => {
  response.status(404).type('text').send(`${zh['not-found']}\n${en['not-found']}\n`)
}

/** Records a fault once, under a number that the answer names; the answer has no trace. */
function faultHandler(faults: Faults): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof DamagedJournal) return answer(response, refusalOfDamage(error))
    const refusal = refusalOfDisk(error)
    if (refusal !== null) {
      faults(error, `${request.method} ${request.path}`)
      return answer(response, refusal)
    }
    const status = typeof error?.status === 'number' ? error.status : 500
    if (status === 413 && request.is('application/octet-stream')) {
      return answer(response, refuse('file-too-large', { megabytes: String(fileLimits.bytes / 2 ** 20) }))
    }
    if (error?.type === tooManyFiles) return answer(response, refuse('reading-busy'))
    if (status < 500) {
      const place = error instanceof URIError ? 'address' : 'body'
      return answer(response, refuse('bad-request', { place, reason: String(error.type ?? '') }))
    }
    response.status(500).json({ fault: faults(error, `${request.method} ${request.path}`) })
  }
}
