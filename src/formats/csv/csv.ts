import type { Figure } from '../../model/release.ts'
import type { Format, GlossaryContents, QualityReport, ReadOptions } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { writeFigures } from './figures-csv.ts'
import { readGlossaryRows, writeGlossary } from './glossary-csv.ts'
import { writeQuality } from './quality-csv.ts'

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

/** What was judged of a document: an issue a line, and a line for each assessed sentence without any. */
export const qualityFormat = {
  name: 'quality',
  endings: ['.csv'],
  mediaType,
  write: async (report) => encoder.encode(writeQuality(report)),
} as const satisfies Format<unknown, QualityReport>
