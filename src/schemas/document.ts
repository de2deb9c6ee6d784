import * as z from 'zod'
import { type Block, blockKinds, type Document } from '../model/document.ts'
import { constraintMeans, type Draft, type DraftAttempt } from '../model/draft.ts'
import { type Finding, findingCodes, type Span, severities } from '../model/finding.ts'
import { type Code, codeKinds, type Inline } from '../model/inline.ts'
import type { Match, MemoryPair } from '../model/match.ts'
import type { TableChoice } from '../model/table-choice.ts'
import { exactly } from './exactly.ts'

const code = exactly<Code>()(
  z
    .object({
      type: z.enum(['open', 'close', 'alone']),
      id: z.string(),
      data: z.string(),
      kind: z.enum(codeKinds).exactOptional(),
    })
    .meta({ id: 'Code' }),
)

export const inline = exactly<Inline>()(z.array(z.union([z.string(), code])).meta({ id: 'Inline' }))

export const blockKind = z.enum(blockKinds)
export const sourceLanguage = z.enum(['zh-CN', 'zh-TW'])
export const tableChoice = exactly<TableChoice>()(
  z
    .object({
      sheet: z.string().exactOptional(),
      headings: z.int().min(0),
      zh: z.string(),
      en: z.string().exactOptional(),
    })
    .meta({ id: 'TableChoice' }),
)
export const fileOrigin = z.object({
  format: z.string(),
  filename: z.string(),
  sha256: z.string(),
  table: tableChoice.exactOptional(),
})

const block = exactly<Block>()(
  z
    .object({
      id: z.string(),
      kind: blockKind,
      level: z.int().exactOptional(),
      speaker: z.string().exactOptional(),
      given: z.literal(true).exactOptional(),
      parts: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('segment'), id: z.string(), source: inline }),
          z.object({ type: z.literal('ignorable'), source: z.string() }),
        ]),
      ),
    })
    .meta({ id: 'Block' }),
)

export const document = exactly<Document>()(
  z
    .object({
      id: z.string(),
      title: z.string(),
      sourceLanguage,
      targetLanguage: z.literal('en'),
      origin: fileOrigin,
      blocks: z.array(block),
    })
    .meta({ id: 'Document' }),
)

const matchType = z.enum(['ice', 'exact', 'fuzzy'])

const draftAttempt = exactly<DraftAttempt>()(
  z.object({
    engine: z.string(),
    means: z.enum(constraintMeans),
    repair: z.boolean(),
    defects: z.int().exactOptional(),
    microdollars: z.number().exactOptional(),
  }),
)

const draftMembers = z.object({
  origin: z.discriminatedUnion('type', [
    z.object({ type: z.literal('machine'), engine: z.string(), version: z.string() }),
    z.object({ type: z.literal('memory'), match: matchType, score: z.number(), source: z.string() }),
    z.object({ type: z.literal('file'), filename: z.string(), state: z.string() }),
  ]),
  glossary: z.string(),
  compliance: z.object({
    asked: z.array(z.string()),
    met: z.array(z.string()),
    figures: z.object({ asked: z.int(), met: z.int() }).exactOptional(),
    attempts: z.array(draftAttempt).exactOptional(),
  }),
})

export const draft = exactly<Draft>()(draftMembers.extend({ target: inline }).meta({ id: 'Draft' }))

/** A draft whose target stands elsewhere. */
export const draftAlone = exactly<Omit<Draft, 'target'>>()(draftMembers)

export const memoryPair = exactly<MemoryPair>()(
  z
    .object({
      source: z.string(),
      target: z.string(),
      before: z.string().exactOptional(),
      after: z.string().exactOptional(),
      unreviewed: z.literal(true).exactOptional(),
      origin: z.string(),
    })
    .meta({ id: 'MemoryPair' }),
)

export const match = exactly<Match>()(
  z
    .object({ type: matchType, score: z.number(), pair: memoryPair, repaired: z.string().exactOptional() })
    .meta({ id: 'Match' }),
)

export const span = exactly<Span>()(
  z.object({ from: z.int(), to: z.int() }).meta({ id: 'Span', description: 'In UTF-16 units of the plain text.' }),
)

const params = z.record(z.string(), z.string())

const findingShape = {
  code: z.enum(findingCodes),
  severity: z.enum(severities),
  segment: z.string(),
  source: span.exactOptional(),
  target: span.exactOptional(),
  params,
  fix: z.string().exactOptional(),
}

export const finding = exactly<Finding>()(z.object(findingShape).meta({ id: 'Finding' }))

/** A finding, and whether somebody answers for it. */
export const waivableFinding = exactly<Finding & { readonly waived: boolean }>()(
  z.object({ ...findingShape, waived: z.boolean() }).meta({ id: 'WaivableFinding' }),
)
