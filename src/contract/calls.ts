import type * as z from 'zod'
import type { RouteName, routes } from './routes.ts'

/** The inputs and outputs of a call of a route, derived from the table of routes. */

type RouteOf<N extends RouteName> = (typeof routes)[N]

/** The parameters in a path: `/a/:document/b/:segment` has `document` and `segment`. */
type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type ParamsOf<N extends RouteName> = { readonly [Name in ParamsIn<RouteOf<N>['path']>]: string }

export type BodyOf<N extends RouteName> =
  RouteOf<N> extends { readonly body: infer S extends z.ZodType } ? z.output<S> : undefined

export type QueryOf<N extends RouteName> =
  RouteOf<N> extends { readonly query: infer S extends z.ZodType } ? z.output<S> : undefined

/** The members of a query with their types after parsing; those with a default are optional. */
type QueryIn<S extends z.ZodType> = { readonly [K in keyof z.input<S>]: z.output<S>[K & keyof z.output<S>] }

/** The type of a route's reply: a file is its bytes; a stream of events has none, and is read at its address. */
export type ReplyOf<N extends RouteName> =
  RouteOf<N> extends { readonly reply: infer S extends z.ZodType }
    ? z.output<S>
    : RouteOf<N> extends { readonly reply: 'file' }
      ? Uint8Array<ArrayBuffer>
      : never

/** The input of a route: each part that the route has, and no other. */
export type Input<N extends RouteName> = { readonly signal?: AbortSignal } & ([ParamsIn<RouteOf<N>['path']>] extends [
  never,
]
  ? unknown
  : { readonly params: ParamsOf<N> }) &
  (RouteOf<N> extends { readonly body: z.ZodType } ? { readonly body: BodyOf<N> } : unknown) &
  (RouteOf<N> extends { readonly query: infer S extends z.ZodType }
    ? object extends QueryIn<S>
      ? { readonly query?: QueryIn<S> }
      : { readonly query: QueryIn<S> }
    : unknown) &
  (RouteOf<N> extends { readonly bytes: true } ? { readonly bytes: Blob | Uint8Array<ArrayBuffer> } : unknown)

/** An input as it is sent, whatever the route. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly bytes?: Blob | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
}
