import { namesOf } from '../model/names.ts'
import type { Route } from './route.ts'
import { documentsRoutes } from './routes/documents.ts'
import { memoryRoutes } from './routes/memory.ts'
import { peopleRoutes } from './routes/people.ts'
import { releasesRoutes } from './routes/releases.ts'
import { segmentsRoutes } from './routes/segments.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingsRoutes } from './routes/settings.ts'
import { signingRoutes } from './routes/signing.ts'
import { termsRoutes } from './routes/terms.ts'

/**
 * The whole API, by name; the routes of each resource stand in a file of their own. The server and the review room share
 * it; the command line uses it while a server holds the workspace.
 */
export const routes = {
  ...sessionRoutes,
  ...documentsRoutes,
  ...segmentsRoutes,
  ...signingRoutes,
  ...releasesRoutes,
  ...memoryRoutes,
  ...termsRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
} as const satisfies Readonly<Record<string, Route>>

export type RouteName = keyof typeof routes

export const routeNames: readonly RouteName[] = namesOf(routes)
