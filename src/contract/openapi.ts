import * as z from 'zod'
import { permissions } from '../model/permissions.ts'
import { refusal } from '../schemas/people.ts'
import type { Access, Route } from './route.ts'
import { routeNames, routes } from './routes.ts'

type Json = Readonly<Record<string, unknown>>

/** The contract as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1), whose schemas are JSON Schema 2020-12. */
export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json; readonly responses: Json }
}

export interface Operation extends Json {
  readonly operationId: string
  readonly summary: string
  /** The roles of which one suffices; absent where none is asked for. */
  readonly 'x-roles'?: readonly string[]
}

export function openApi(version: string): OpenApi {
  const schemas: Record<string, unknown> = {}
  const paths: Record<string, Record<string, Operation>> = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => collected(schema, io, schemas)
  schemaOf(refusal, 'output')
  for (const name of routeNames) {
    const route: Route = routes[name]
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, schemaOf) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Duizhao',
      version,
      description:
        'Every call that changes something carries the header `x-requested-with: duizhao`. A rule that says no is a 4xx with `{refusal}`.',
    },
    paths,
    components: {
      schemas,
      responses: {
        Refused: {
          description: 'A rule said no.',
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
      },
    },
  }
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => unknown

function operationOf(name: string, route: Route, schemaOf: SchemaOf): Operation {
  const { summary, path, body, query, bytes, reply, access, terminal } = route
  const roles = rolesOf(access)
  return {
    operationId: name,
    summary,
    ...(roles && { 'x-roles': roles }),
    security: access === 'anyone' ? [] : [{ session: [] }, ...(terminal ? [{ terminal: [] }] : [])],
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, param]) => ({
        name: param,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
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

function rolesOf(access: Access): readonly string[] | null {
  if (access === 'anyone' || access === 'signed-in') return null
  const roles = permissions[access]
  return roles === 'everyone' ? null : roles
}

function queryParameters(query: z.ZodObject, schemaOf: SchemaOf): readonly Json[] {
  return Object.entries(query.shape).map(([name, member]) => ({
    name,
    in: 'query',
    required: !member.safeParse(undefined).success,
    schema: schemaOf(member, 'output'),
  }))
}

function contentOf(reply: Route['reply'], schemaOf: SchemaOf): Json {
  if (reply === 'file') return { 'application/octet-stream': {} }
  if (reply === 'events') return { 'text/event-stream': { schema: { type: 'string' } } }
  return json(schemaOf(reply, 'output'))
}

function json(schema: unknown): Json {
  return { 'application/json': { schema } }
}

/** A schema in JSON Schema; those with a name go to the components, once. */
function collected(schema: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): unknown {
  const jsonSchema = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  const text = JSON.stringify(jsonSchema).replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $schema: _, $defs = {}, id, ...rest } = JSON.parse(text)
  for (const [name, { id: _id, ...definition }] of Object.entries<Json>($defs)) components[name] = definition
  if (typeof id !== 'string') return rest
  components[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}
