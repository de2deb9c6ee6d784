import * as z from 'zod'
import { finding, inline, span } from '../../schemas/document.ts'
import { namedTermEntry } from '../../schemas/event.ts'
import { exactly } from '../../schemas/exactly.ts'
import { refusal } from '../../schemas/people.ts'
import { segmentStateName } from '../../schemas/state.ts'
import { term, termMember } from '../../schemas/term.ts'
import type { TermHistoryView, TermImpactView, TermImportView, TermsView } from '../views/terms.ts'
import { count, notices, signOffStatus, text } from './parts.ts'

export const terms = exactly<TermsView>()(
  z.object({
    terms: z.array(term).readonly(),
    changes: z.record(text, z.object({ at: text, name: text, count }).readonly()).readonly(),
  }),
)

export const oneTerm = z.object({ term })
export const termHistory = exactly<TermHistoryView>()(z.object({ entries: z.array(namedTermEntry).readonly() }))

export const termImpact = exactly<TermImpactView>()(
  z
    .object({
      term,
      before: term.nullable(),
      changed: z.object({ at: text, name: text }).nullable(),
      documents: z.array(
        z.object({
          id: text,
          title: text,
          signOff: signOffStatus,
          release: z.object({ number: count, path: text, touched: count, open: count }).nullable(),
          touched: count,
          open: count,
          segments: z.array(
            z.object({
              id: text,
              number: count,
              state: segmentStateName,
              version: count,
              draft: z.boolean(),
              source: text,
              places: z.array(span),
              target: inline,
              proposal: inline.nullable(),
              findings: z.array(finding),
            }),
          ),
          inOrder: z.array(z.object({ id: text, number: count })),
        }),
      ),
      touched: count,
      open: count,
      listed: count,
    })
    .meta({ id: 'TermImpact' }),
)

export const termImport = exactly<TermImportView>()(
  z
    .object({
      rows: count,
      added: count,
      changed: count,
      same: count,
      refused: count,
      asProposed: count,
      changes: z.array(z.object({ at: count, form: text, members: z.array(termMember) })),
      refusals: z.array(z.object({ at: count, form: text, refusal })),
      notices,
    })
    .meta({ id: 'TermImport' }),
)
