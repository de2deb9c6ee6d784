import type { TFunction } from 'i18next'
import { termsOf } from '../formats/glossary/row.ts'
import { formats } from '../formats/registry.ts'
import { notice } from '../model/import-notice.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import { readBy } from '../ports/format.ts'
import { readInput } from './input.ts'
import { tellNotices } from './notices.ts'

/** The terms of a glossary file by its ending (.csv, .xlsx, .tbx), numbered; none if no file is given. */
export async function glossaryTerms(file: string | undefined, t: TFunction): Promise<readonly Term[] | Refusal> {
  if (file === undefined) return []
  const bytes = await readInput(file)
  const read = isRefusal(bytes) ? bytes : await readBy(formats.glossaries, { filename: file, bytes })
  if (isRefusal(read)) return read
  // A term without one of the languages cannot be recognised or checked.
  const rows = read.rows.filter((row) => row.type === 'term' || row.refusal.code !== 'row-one-language')
  const glossary = termsOf(rows)
  if (isRefusal(glossary)) return glossary
  const left = read.rows.length - rows.length
  tellNotices(left === 0 ? read.notices : [...read.notices, notice('terms-left', { count: String(left) })], t, file)
  return glossary.map((term, index) => ({ ...term, id: `t${index + 1}` }))
}
