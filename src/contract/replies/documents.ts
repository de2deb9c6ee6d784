import * as z from 'zod'
import { findingCodes } from '../../model/finding.ts'
import { roles } from '../../model/people.ts'
import { absence } from '../../schemas/assignment.ts'
import { blockKind, inline, waivableFinding } from '../../schemas/document.ts'
import { exactly } from '../../schemas/exactly.ts'
import { officeRules } from '../../schemas/office-steps.ts'
import { refusal } from '../../schemas/people.ts'
import { staleness } from '../../schemas/release.ts'
import { documentState, documentStateAlone, packedSegments } from '../../schemas/state.ts'
import { term } from '../../schemas/term.ts'
import type {
  DamagedDocument,
  DocumentLook,
  DocumentSummary,
  DocumentView,
  FormatsView,
  PackedView,
} from '../views/documents.ts'
import { assignmentView } from './assignments.ts'
import { draftingStatus } from './drafting.ts'
import {
  codeAndParams,
  count,
  notices,
  signOffStatus,
  sourceNames,
  stateCounts,
  tableLook,
  text,
  texts,
} from './parts.ts'

const documentSummary = exactly<DocumentSummary>()(
  z
    .object({
      id: text,
      title: text,
      english: text,
      name: text,
      labels: texts,
      filename: text,
      importedAt: text,
      importedBy: text,
      segments: count,
      states: stateCounts,
      errors: count,
      warnings: count,
      signOff: signOffStatus,
      signedAt: text.nullable(),
      releases: count,
      changedAt: text,
      open: count,
      turns: z.object({ translator: count, reviser: count }),
      mine: count,
      toSign: z.boolean(),
      asked: z.object({ count, by: text, at: text, text, segment: text }).nullable(),
      drafts: z.object({ memory: count, machine: count, file: count }),
      returned: z.object({ count, by: text, at: text, reason: text }).nullable(),
      translators: texts,
      revisers: texts,
      approver: text.nullable(),
      archived: z.object({ by: text, at: text }).nullable(),
      assignments: z.array(assignmentView).readonly(),
    })
    .meta({ id: 'DocumentSummary' }),
)

const damagedDocument = exactly<DamagedDocument>()(
  z.object({ id: text, title: text.nullable(), refusal: codeAndParams.nullable() }).meta({ id: 'DamagedDocument' }),
)

export const documents = z.object({
  documents: z.array(documentSummary).readonly(),
  damaged: z.array(damagedDocument).readonly(),
})

export const importedDocument = z.object({
  id: text,
  title: text,
  blocks: count,
  segments: count,
  notices,
})

const named = z.object({ id: text, title: text })

export const documentLook = exactly<DocumentLook>()(
  z.object({
    content: z
      .object({
        format: text,
        title: text,
        segments: count,
        codes: count,
        kinds: z.partialRecord(blockKind, count),
        blocks: z.array(z.object({ kind: blockKind, level: z.int().exactOptional(), text: inline })),
        more: count,
        notices,
        twin: named.nullable(),
        like: named.extend({ same: count }).nullable(),
      })
      .nullable(),
    refusal: refusal.nullable(),
    table: tableLook.nullable(),
  }),
)

const besideState = {
  terms: z.array(term),
  covered: z.array(term),
  words: texts,
  people: z.array(
    z.object({
      id: text,
      name: text,
      roles: z.array(z.enum(roles)).readonly(),
      active: z.boolean(),
      away: absence.exactOptional(),
    }),
  ),
  sources: sourceNames,
  drafting: draftingStatus.nullable(),
  signOff: signOffStatus,
  staleness: staleness.nullable(),
  singlePerson: z.boolean(),
  office: officeRules,
}

export const documentView = exactly<DocumentView>()(
  z.object({ state: documentState, ...besideState }).meta({ id: 'DocumentView' }),
)

export const packedView = exactly<PackedView>()(
  z.object({ state: documentStateAlone, segments: packedSegments, ...besideState }).meta({ id: 'PackedView' }),
)

export const findings = z.object({
  findings: z.array(waivableFinding).readonly(),
  /** How many segments were checked, for which kinds of finding, and by which version of the checks. */
  checked: z.object({ segments: count, checks: z.array(z.enum(findingCodes)).readonly(), checker: text }),
})

export const formats = exactly<FormatsView>()(
  z
    .object({
      documents: texts.readonly(),
      memories: texts.readonly(),
      glossaries: texts.readonly(),
      returns: texts.readonly(),
      ownShapes: texts.readonly(),
    })
    .meta({ id: 'Formats' }),
)
