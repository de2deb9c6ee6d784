import * as z from 'zod'
import type { Spending } from '../../model/engine.ts'
import { type ImportNotice, importNoticeCodes } from '../../model/import-notice.ts'
import { type Refusal, refusalCodes } from '../../model/refusal.ts'
import { type ColumnLook, type TableLook, termColumns } from '../../model/table-choice.ts'
import { tableChoice } from '../../schemas/document.ts'
import { documentEntry } from '../../schemas/event.ts'
import { exactly } from '../../schemas/exactly.ts'
import { segmentStateName } from '../../schemas/state.ts'

/**
 * What the replies of several resources are made of. A schema of a reply is of exactly the type in the file of the same name
 * in `views/`; tests check every reply against its schema.
 */

export const text = z.string()
export const texts = z.array(text)

export const count = z.int().min(0)
export const refusal = exactly<Refusal>()(
  z.object({ type: z.literal('refusal'), code: z.enum(refusalCodes), params: z.record(text, text) }),
)
export const codeAndParams = z.object({ code: text, params: z.record(text, text) })

export const notices = z
  .array(exactly<ImportNotice>()(z.object({ code: z.enum(importNoticeCodes), params: z.record(text, text) })))
  .readonly()

export const signOffStatus = z.enum(['never', 'signed', 'stale'])
export const stateCounts = z.record(segmentStateName, count)

export const done = z.object({ done: z.literal(true) })
export const appended = z.object({ entries: z.array(documentEntry).readonly() })

const columnLook = exactly<ColumnLook>()(
  z.object({
    column: text,
    heading: text,
    sort: z.enum(['chinese', 'english', 'other', 'empty']),
    share: count,
    characters: count,
    term: z.enum(termColumns).nullable(),
  }),
)

export const tableLook = exactly<TableLook>()(
  z
    .object({
      type: z.literal('table-look'),
      sheets: texts,
      table: tableChoice,
      columns: z.array(columnLook),
      rows: z.array(z.object({ line: count, cells: texts })),
      count,
    })
    .meta({ id: 'TableLook' }),
)

export const spending = exactly<Spending>()(
  z.object({
    engine: text,
    requests: count,
    characters: count,
    inputTokens: count,
    outputTokens: count,
    microdollars: z.number().nullable(),
  }),
)

/** Names of documents by the source that drafts and pairs of the memory name. */
export const sourceNames = z.record(text, text)
