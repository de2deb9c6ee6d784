import type { Format, GlossaryContents } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { readTbx } from './read-tbx.ts'
import { writeTbx } from './write-tbx.ts'

/** A glossary in TBX (ISO 30042). */
export const tbxFormat = {
  name: 'tbx',
  endings: ['.tbx', '.xml'],
  mediaType: 'application/x-tbx+xml',
  read: async (bytes) => readTbx(bytes),
  write: async (terms) => new TextEncoder().encode(writeTbx(terms)),
} as const satisfies Format<GlossaryContents, readonly OutgoingTerm[]>
