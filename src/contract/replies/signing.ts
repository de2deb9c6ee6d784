import * as z from 'zod'
import { accountActs } from '../../model/account-record.ts'
import { roles } from '../../model/people.ts'
import { exactly } from '../../schemas/exactly.ts'
import { figure, signOff, staleness } from '../../schemas/release.ts'
import { termStatus } from '../../schemas/term.ts'
import type { FigureSheetView, SheetChanges, SheetComment, SheetWork, SignOffSheet } from '../views/signing.ts'
import { codeAndParams, count, signOffStatus, stateCounts, text, texts } from './parts.ts'

const nameAndInstant = z.object({ name: text, at: text })

const sheetComment = exactly<SheetComment>()(
  z.object({
    segment: text,
    id: text,
    text,
    name: text,
    at: text,
    blocking: z.boolean(),
    resolved: z.object({ name: text, at: text, reason: text }).nullable(),
    lift: z.enum(['own', 'with-reason']).nullable(),
  }),
)

const sheetWork = exactly<SheetWork>()(
  z.object({
    name: text,
    did: z.enum(['translated', 'revised']),
    sinceSigning: z.boolean(),
    sentences: count,
    from: text,
    to: text,
    milliseconds: z.number().nullable(),
    median: z.number().nullable(),
    hasty: z.boolean(),
    segments: texts,
    ticks: z.array(z.number()),
  }),
)

const beforeAndAfter = z.object({ before: text, after: text })

const sheetChange = z.object({
  segment: text,
  change: z.enum(['source', 'target', 'both', 'added', 'removed']),
  source: beforeAndAfter,
  target: beforeAndAfter,
  changed: nameAndInstant.nullable(),
  revised: nameAndInstant.nullable(),
  reasons: z.array(z.object({ name: text, at: text, text })),
})

const sheetChanges = exactly<SheetChanges>()(
  z.object({
    sentences: z.array(sheetChange),
    terms: z.array(
      z.object({
        term: text,
        source: text,
        before: text.nullable(),
        after: text,
        status: termStatus,
        authority: text,
        name: text,
        at: text,
        sentences: z.array(sheetChange),
      }),
    ),
    same: count,
  }),
)

export const signOffSheet = exactly<SignOffSheet>()(
  z
    .object({
      sequence: count,
      coverage: z.object({ segments: count, states: stateCounts }),
      open: z.array(
        z.object({
          segment: text,
          reason: z.enum([
            'comment-blocking',
            'untranslated',
            'unreviewed',
            'revision-due',
            'error',
            'returned',
            'figure-unconfirmed',
          ]),
          comment: text.exactOptional(),
          code: text.exactOptional(),
          params: z.record(text, text).exactOptional(),
        }),
      ),
      warnings: count,
      figures: z.array(figure),
      terms: z.array(
        z.object({ id: text, source: text, target: text, status: termStatus, segments: texts, missed: count }),
      ),
      waivers: z.array(z.object({ segment: text, finding: text, reason: text, name: text, at: text })),
      people: z.array(z.object({ name: text, translated: count, revised: count })),
      comments: z.array(sheetComment),
      work: z.array(sheetWork),
      changes: sheetChanges.nullable(),
      accounts: z.array(
        z.object({
          at: text,
          act: z.enum(accountActs),
          by: text.nullable(),
          person: text.nullable(),
          roles: z.array(z.enum(roles)).exactOptional(),
        }),
      ),
      officeNamed: z.boolean(),
      accepted: count,
      quality: z.object({ score: z.number(), passMark: z.number() }).nullable(),
      drafts: z.array(z.object({ origin: text, segments: count })),
      signOff: signOff.nullable(),
      signer: text.nullable(),
      status: signOffStatus,
      staleness: staleness.nullable(),
      refusal: codeAndParams.nullable(),
    })
    .meta({ id: 'SignOffSheet' }),
)

export const figureSheet = exactly<FigureSheetView>()(
  z
    .object({
      title: text,
      segments: z.array(
        z.object({
          id: text,
          number: count,
          source: text,
          target: text,
          figures: z.array(figure),
          refusal: codeAndParams.nullable(),
          own: z.boolean(),
        }),
      ),
      signOff: z.object({ name: text, at: text }).nullable(),
      status: signOffStatus,
    })
    .meta({ id: 'FigureSheet' }),
)
