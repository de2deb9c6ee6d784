import type { Figure } from '../../model/release.ts'
import type { Format, GlossaryContents, ReadOptions } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { writeFigures } from './figures-csv.ts'
import { readGlossaryRows, writeGlossary } from './glossary-csv.ts'

const mediaType = 'text/csv; charset=utf-8'
const encoder = new TextEncoder()

/** A glossary as a table, one term a row. */
export const csvFormat = {
  name: 'csv',
  endings: ['.csv'],
  mediaType,
  read: async (bytes, options?: Pick<ReadOptions, 'terms'>) => readGlossaryRows(bytes, options?.terms),
  write: async (terms) => encoder.encode(writeGlossary(terms)),
} as const satisfies Format<GlossaryContents, readonly OutgoingTerm[]>

/** The figure sheet of a document. */
export const figuresFormat = {
  name: 'figures',
  endings: ['.csv'],
  mediaType,
  write: async (figures) => encoder.encode(writeFigures(figures)),
} as const satisfies Format<unknown, readonly Figure[]>
