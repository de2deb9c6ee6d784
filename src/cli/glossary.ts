import { termsOf } from '../formats/glossary/row.ts'
import { formats } from '../formats/registry.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import { readBy } from '../ports/format.ts'
import { readInput } from './input.ts'

/** The terms of a glossary file by its ending (.csv, .xlsx, .tbx), numbered; none if no file is given. */
export async function glossaryTerms(file: string | undefined): Promise<readonly Term[] | Refusal> {
  if (file === undefined) return []
  const bytes = await readInput(file)
  const rows = isRefusal(bytes) ? bytes : await readBy(formats.glossaries, { filename: file, bytes })
  if (isRefusal(rows)) return rows
  // A term without one of the languages cannot be recognised or checked.
  const glossary = termsOf(rows.filter((row) => row.type === 'term' || row.refusal.code !== 'row-one-language'))
  if (isRefusal(glossary)) return glossary
  return glossary.map((term, index) => ({ ...term, id: `t${index + 1}` }))
}
