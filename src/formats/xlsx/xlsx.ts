import type { Format, GlossaryContents, ReadOptions } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { readGlossaryXlsx, writeGlossaryXlsx } from './glossary-xlsx.ts'

/** A glossary as the first sheet of an Excel workbook, one term a row. */
export const xlsxFormat = {
  name: 'xlsx',
  endings: ['.xlsx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  read: (bytes, options?: Pick<ReadOptions, 'terms'>) => readGlossaryXlsx(bytes, options?.terms),
  write: (terms) => writeGlossaryXlsx(terms),
} as const satisfies Format<GlossaryContents, readonly OutgoingTerm[]>
