import { type Refusal, refuse } from '../model/refusal.ts'
import type { IncomingRow } from '../terms/termbase/incoming.ts'
import { readGlossaryRows, writeGlossary } from './glossary-csv.ts'
import type { OutgoingTerm } from './glossary-row.ts'
import { readGlossaryXlsx, writeGlossaryXlsx } from './glossary-xlsx.ts'
import { readTbx } from './tbx.ts'
import { writeTbx } from './tbx-write.ts'

/** What a glossary can be read from, by the ending of its file. */
const readers: Readonly<
  Record<string, (bytes: Uint8Array) => readonly IncomingRow[] | Refusal | Promise<readonly IncomingRow[] | Refusal>>
> = {
  '.csv': readGlossaryRows,
  '.xlsx': readGlossaryXlsx,
  '.tbx': readTbx,
  '.xml': readTbx,
}

/** Reads a glossary by the ending of its name. Refuses `file-format-unknown` and what its format refuses. */
export async function readGlossaryFile(filename: string, bytes: Uint8Array): Promise<readonly IncomingRow[] | Refusal> {
  const read = Object.entries(readers).find(([ending]) => filename.toLowerCase().endsWith(ending))?.[1]
  return read?.(bytes) ?? refuse('file-format-unknown', { endings: Object.keys(readers).join(', ') })
}

/** What a glossary can be written as, by the name of the format, which is the ending too. */
export const glossaryWriters: Readonly<
  Record<
    string,
    {
      readonly mediaType: string
      readonly write: (terms: readonly OutgoingTerm[]) => Promise<string | Uint8Array> | string
    }
  >
> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: writeGlossary },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeGlossaryXlsx },
  tbx: { mediaType: 'application/x-tbx+xml', write: writeTbx },
}
