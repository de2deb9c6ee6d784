import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../contract/calls.ts'
import type { Access, Route } from '../contract/route.ts'
import { type RouteName, routeNames, routes } from '../contract/routes.ts'
import { fileLimits } from '../model/file-limits.ts'
import type { Person } from '../model/people.ts'
import { refusalOfRoles } from '../model/permissions.ts'
import { isRefusal, type Refusal, type RefusalCode, refuse } from '../model/refusal.ts'
import type { Pause } from '../ports/world.ts'
import type { OutgoingFile } from '../workspace/documents/own-shape.ts'
import type { Door } from './door.ts'
import { fileBody } from './file-body.ts'
import { sendJson } from './json-answer.ts'

/** One call of a route: the caller, and the input, already checked against the contract. */
export interface Call<N extends RouteName> {
  /** The signed-in person. Handlers of routes open to anyone read `request.session` themselves. */
  readonly actor: Person
  readonly params: ParamsOf<N>
  readonly body: BodyOf<N>
  readonly query: QueryOf<N>
  /** The file sent, for routes that take bytes. */
  readonly bytes: Uint8Array
  readonly request: Request
  readonly response: Response
}

/** What a handler returns: the JSON of the reply, a file, or nothing if it has begun a stream itself. */
type Answer<N extends RouteName> = (typeof routes)[N]['reply'] extends infer R
  ? R extends 'file'
    ? OutgoingFile
    : R extends 'events'
      ? undefined
      : ReplyOf<N>
  : never

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Answer<N> | Refusal>
export type Handlers = { readonly [N in RouteName]: Handler<N> }

/** Mounts every route of the contract: access first, then the shape of the input, then the handler. */
export function mountApi(
  app: Express,
  handlers: Handlers,
  actorOf: (request: Request, route: RouteName) => Promise<Person | null>,
  limits: Partial<Record<RouteName, RequestHandler[]>>,
  pause: Pause,
  door: Pick<Door, 'answered'>,
): void {
  const json = express.json({ limit: '1mb', strict: true })
  const bytes = fileBody(fileLimits.bytes + 1)
  for (const name of routeNames) {
    const route: Route = routes[name]
    const admit: RequestHandler = async (request, response, next) => {
      const actor = await actorOf(request, name)
      const refusal = admission(route.access, actor)
      if (refusal) {
        door.answered(name, actor, request, refusal)
        return answer(response, refusal)
      }
      response.locals.actor = actor
      next()
    }
    app[verbs[route.method]](
      route.path,
      admit,
      route.bytes ? bytes : json,
      ...(limits[name] ?? []),
      async (request, response) => {
        const body = route.body?.safeParse(request.body)
        const query = route.query?.safeParse(request.query)
        const issue = [body, query].flatMap((parsed) => parsed?.error?.issues ?? [])[0]
        if (issue)
          return answer(response, refuse('bad-request', { place: issue.path.join('.'), reason: issue.message }))
        const call = {
          actor: response.locals.actor,
          params: request.params,
          body: body?.data,
          query: query?.data,
          bytes: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
          request,
          response,
        }
        // biome-ignore lint/plugin/no-cast: the schemas of this route have read body and query, and the path has its parameters
        const reply = await (handlers[name] as Handler<RouteName>)(call as Call<RouteName>)
        door.answered(name, call.actor, request, reply)
        if (reply === undefined) return
        if (isRefusal(reply)) answer(response, reply)
        else if (route.reply === 'file' && 'content' in reply) sendFile(response, reply)
        else await sendJson(response, reply, pause)
      },
    )
  }
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const

function admission(access: Access, actor: Person | null): Refusal | null {
  if (access === 'anyone') return null
  if (actor === null) return refuse('not-signed-in')
  return access === 'signed-in' ? null : refusalOfRoles(actor.roles, access)
}

const statuses: Partial<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  'wrong-password': 401,
  'passkey-wrong': 401,
  'too-many-attempts': 429,
  'token-too-fast': 429,
  'streams-too-many': 429,
  'role-missing': 403,
  'cross-site': 403,
  'own-segment': 403,
  'own-document': 403,
  'own-signature': 403,
  'counts-by-person-off': 403,
  'document-unknown': 404,
  'segment-unknown': 404,
  'term-unknown': 404,
  'memory-unknown': 404,
  'pair-unknown': 404,
  'person-unknown': 404,
  'token-unknown': 404,
  'release-unknown': 404,
  'assignment-unknown': 404,
  'receiver-unknown': 404,
  'delivery-unknown': 404,
  'not-found': 404,
  'link-invalid': 404,
  'bad-request': 400,
  'file-too-large': 413,
  'file-unpacks-large': 413,
  'engine-unavailable': 503,
  'reading-busy': 503,
  'disk-read-only': 503,
  'disk-full': 507,
  'store-unavailable': 503,
  'move-not-empty': 409,
  'export-busy': 503,
}

/** Answers with a refusal as its 4xx or 5xx status and `{refusal}`. */
export function answer(response: Response, refusal: Refusal): void {
  response.status(statuses[refusal.code] ?? 409).json({ refusal })
}

/** Answers with a file to download. Its name is reduced to characters that file systems and headers take unquoted. */
function sendFile(response: Response, { filename, mediaType, content }: OutgoingFile): void {
  // `send` would hash a file of many megabytes for an ETag, which answers that are not stored do not need.
  response
    .attachment(filename.replace(/[^a-zA-Z0-9._-]/g, '-'))
    .type(mediaType)
    .set('content-length', String(content.length))
    .end(content)
}
