import type { Plugin } from 'esbuild'
import type { Route } from '../contract/route.ts'
import { routeNames, routes } from '../contract/routes.ts'

/**
 * Gives the scripts of the page the routes as their client needs them: how each is called, without the schemas of what
 * is sent and answered. The server checks those; making them took the page 0.1 seconds before it drew anything.
 */
export const pageRoutes: Plugin = {
  name: 'routes without schemas',
  setup(build) {
    build.onLoad({ filter: /[\\/]contract[\\/]routes\.ts$/ }, () => ({
      contents: `export const routes = ${JSON.stringify(calls())}`,
      loader: 'js',
    }))
  },
}

function calls(): Readonly<Record<string, unknown>> {
  const callOf = ({ method, path, bytes, reply }: Route) => ({
    method,
    path,
    bytes,
    reply: typeof reply === 'string' ? reply : 'json',
  })
  return Object.fromEntries(routeNames.map((name) => [name, callOf(routes[name])]))
}
