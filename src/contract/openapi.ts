import * as z from 'zod'
import type { Role } from '../model/people.ts'
import { permissions } from '../model/permissions.ts'
import { refusal } from '../schemas/people.ts'
import { type Access, isOpenToTokens, type Resource, type Route, resources } from './route.ts'
import { type RouteName, routeNames, routes } from './routes.ts'

type Json = Readonly<Record<string, unknown>>

/** The contract as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1), whose schemas are JSON Schema 2020-12. */
export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: Resource; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>
    readonly securitySchemes: Json
    readonly responses: Json
  }
}

export interface Operation {
  readonly operationId: RouteName
  readonly tags: readonly [Resource]
  readonly summary: string
  /** The roles of which one suffices; absent where no role is required. */
  readonly 'x-roles'?: readonly Role[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: {
    readonly 200: { readonly description: string; readonly content: Content }
    readonly '4XX': Json
  }
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Json
}

/** By media type; a file has no schema. */
type Content = Readonly<Record<string, { readonly schema?: Json }>>

/** The words of the description in one language; a route or resource without words does not compile. */
export interface ApiWords {
  readonly title: string
  /** What holds for every call. */
  readonly rules: string
  readonly summary: Readonly<Record<RouteName, string>>
  readonly resource: Readonly<Record<Resource, string>>
}

/** `base` is what the paths of the server begin with. */
export function openApi(version: string, words: ApiWords, base = ''): OpenApi {
  const schemas: Record<string, Json> = {}
  const paths: Record<string, Record<string, Operation>> = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => collected(schema, io, schemas)
  schemaOf(refusal, 'output')
  for (const name of routeNames) {
    const route: Route = routes[name]
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, words, schemaOf) }
  }
  return {
    openapi: '3.1.1',
    info: { title: words.title, version, description: words.rules },
    servers: [{ url: base === '' ? '/' : base }],
    tags: resources.map((name) => ({ name, description: words.resource[name] })),
    paths,
    components: {
      schemas,
      responses: {
        Refused: {
          description: 'A rule refused the call.',
          content: json({
            type: 'object',
            required: ['refusal'],
            properties: { refusal: { $ref: '#/components/schemas/Refusal' } },
          }),
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'duizhao', description: 'Set by signing in.' },
        terminal: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token in the file `command-token` of the workspace.',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that a person made under Settings; it has scopes, and ends.',
        },
      },
    },
  }
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json

function operationOf(name: RouteName, route: Route, words: ApiWords, schemaOf: SchemaOf): Operation {
  const { resource, path, body, query, bytes, reply, access, terminal } = route
  const roles = rolesOf(access)
  return {
    operationId: name,
    tags: [resource],
    summary: words.summary[name],
    ...(roles && { 'x-roles': roles }),
    security:
      access === 'anyone'
        ? []
        : [{ session: [] }, ...(terminal ? [{ terminal: [] }] : []), ...(isOpenToTokens(route) ? [{ token: [] }] : [])],
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(
        ([, param = '']) => ({ name: param, in: 'path', required: true, schema: { type: 'string' } }) as const,
      ),
      ...(query ? queryParameters(query, schemaOf) : []),
    ],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input')) } }),
    ...(bytes && { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: {
      200: { description: 'Done.', content: contentOf(reply, schemaOf) },
      '4XX': { $ref: '#/components/responses/Refused' },
    },
  }
}

function rolesOf(access: Access): readonly Role[] | null {
  if (access === 'anyone' || access === 'signed-in') return null
  const roles = permissions[access]
  return roles === 'everyone' ? null : roles
}

function queryParameters(query: z.ZodObject, schemaOf: SchemaOf): readonly Parameter[] {
  const { required = [] } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(query.shape).map(([name, member]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schemaOf(member, 'output'),
  }))
}

function contentOf(reply: Route['reply'], schemaOf: SchemaOf): Content {
  if (reply === 'file') return { 'application/octet-stream': {} }
  if (reply === 'events') return { 'text/event-stream': { schema: { type: 'string' } } }
  return json(schemaOf(reply, 'output'))
}

function json(schema: Json): Content {
  return { 'application/json': { schema } }
}

/** A schema in JSON Schema; those with a name go to the components, once. */
function collected(schema: z.ZodType, io: 'input' | 'output', components: Record<string, Json>): Json {
  const jsonSchema = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  const text = JSON.stringify(jsonSchema).replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $schema: _, $defs = {}, id, ...rest } = JSON.parse(text)
  for (const [name, { id: _id, ...definition }] of Object.entries<Json>($defs)) components[name] = definition
  if (typeof id !== 'string') return rest
  components[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}
