import { namesOf } from '../model/names.ts'
import type { Route } from './route.ts'
import { alignmentRoutes } from './routes/alignment.ts'
import { assignmentsRoutes } from './routes/assignments.ts'
import { candidatesRoutes } from './routes/candidates.ts'
import { countsRoutes } from './routes/counts.ts'
import { documentsRoutes } from './routes/documents.ts'
import { draftingRoutes } from './routes/drafting.ts'
import { enginesRoutes } from './routes/engines.ts'
import { memoryRoutes } from './routes/memory.ts'
import { noticesRoutes } from './routes/notices.ts'
import { passkeysRoutes } from './routes/passkeys.ts'
import { peopleRoutes } from './routes/people.ts'
import { qualityRoutes } from './routes/quality.ts'
import { questionsRoutes } from './routes/questions.ts'
import { releasesRoutes } from './routes/releases.ts'
import { replacingRoutes } from './routes/replacing.ts'
import { returnsRoutes } from './routes/returns.ts'
import { revisionsRoutes } from './routes/revisions.ts'
import { segmentsRoutes } from './routes/segments.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingsRoutes } from './routes/settings.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { signingRoutes } from './routes/signing.ts'
import { termsRoutes } from './routes/terms.ts'
import { tokensRoutes } from './routes/tokens.ts'
import { versionsRoutes } from './routes/versions.ts'
import { webhooksRoutes } from './routes/webhooks.ts'

/**
 * The whole API, by name. What belongs to one resource stands under one name in three folders: its routes in `routes/`,
 * what they answer in `views/`, and the schemas of that in `replies/`. The server and the review room share it; the command
 * line uses it while a server holds the workspace.
 */
export const routes = {
  ...sessionRoutes,
  ...signInRoutes,
  ...passkeysRoutes,
  ...tokensRoutes,
  ...noticesRoutes,
  ...documentsRoutes,
  ...revisionsRoutes,
  ...assignmentsRoutes,
  ...qualityRoutes,
  ...countsRoutes,
  ...versionsRoutes,
  ...returnsRoutes,
  ...draftingRoutes,
  ...segmentsRoutes,
  ...questionsRoutes,
  ...replacingRoutes,
  ...signingRoutes,
  ...releasesRoutes,
  ...memoryRoutes,
  ...alignmentRoutes,
  ...termsRoutes,
  ...candidatesRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...webhooksRoutes,
  ...enginesRoutes,
} as const satisfies Readonly<Record<string, Route>>

export type RouteName = keyof typeof routes

export const routeNames: readonly RouteName[] = namesOf(routes)
