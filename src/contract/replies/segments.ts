import * as z from 'zod'
import { match } from '../../schemas/document.ts'
import { documentEntry } from '../../schemas/event.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { MatchesView } from '../views/segments.ts'
import { sourceNames } from './parts.ts'

export const history = z.object({ entries: z.array(documentEntry).readonly() })
export const matches = exactly<MatchesView>()(z.object({ matches: z.array(match).readonly(), sources: sourceNames }))
