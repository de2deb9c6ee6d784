import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import { person } from '../../schemas/people.ts'
import { workspaceSettings } from '../../schemas/settings.ts'
import type { SessionView } from '../views/session.ts'
import { text } from './parts.ts'

export const session = exactly<SessionView>()(
  z
    .object({ person: person.nullable(), workspace: workspaceSettings, engine: text, singlePerson: z.boolean() })
    .meta({ id: 'Session' }),
)
