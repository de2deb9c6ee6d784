import * as z from 'zod'
import { type CountRow, type Counts, countKeys } from '../../model/counts.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { CountsView } from '../views/counts.ts'
import { count, text } from './parts.ts'

const countsOf = exactly<Counts>()(
  z
    .object({
      importedSentences: count,
      importedCharacters: count,
      draftedSentences: count,
      draftedCharacters: count,
      confirmedSentences: count,
      confirmedCharacters: count,
      confirmedWords: count,
      revisedSentences: count,
      revisedCharacters: count,
      returnedSentences: count,
      returnedCharacters: count,
      signedSentences: count,
      signedCharacters: count,
      publishedSentences: count,
      publishedCharacters: count,
      translatingMilliseconds: count,
      translatingSteps: count,
      translatingTimed: count,
      revisingMilliseconds: count,
      revisingSteps: count,
      revisingTimed: count,
      postEditSentences: count,
      postEditUnchanged: count,
      postEditEdits: count,
      postEditCharacters: count,
      assessedSentences: count,
      assessedWords: count,
      assessedCharacters: count,
      neutralIssues: count,
      minorIssues: count,
      majorIssues: count,
      criticalIssues: count,
    })
    .meta({ id: 'Counts' }),
)

const figures = {
  distance: z.number().nullable(),
  penalty: z.number().nullable(),
  perThousand: z.number().nullable(),
  score: z.number().nullable(),
}

const row = exactly<CountRow>()(
  z.object({
    month: text.nullable(),
    document: z.object({ id: text, title: text }).nullable(),
    engine: text.nullable(),
    person: z.object({ id: text, name: text }).nullable(),
    counts: countsOf,
    ...figures,
  }),
)

export const counts = exactly<CountsView>()(
  z.object({
    from: text,
    to: text,
    timeZone: text,
    by: z.array(z.enum(countKeys)).readonly(),
    whose: z.enum(['everyone', 'me']),
    rows: z.array(row).readonly(),
    more: count,
    total: z.object({ counts: countsOf, ...figures }),
    documents: count,
    left: count,
    unreadable: count,
    people: z.boolean(),
    measure: z.enum(['words', 'characters']),
  }),
)
