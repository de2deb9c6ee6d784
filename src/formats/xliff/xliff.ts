import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type {
  ExportContents,
  FinishedTranslation,
  Format,
  Imported,
  Readable,
  ReturnedRows,
} from '../../ports/format.ts'
import { rootName } from '../xml/root.ts'
import { toXliff } from './document.ts'
import { readXliffDocument } from './incoming/document.ts'
import { refillXliff } from './incoming/refill.ts'
import { returnedRowsOfOne } from './one/returned.ts'
import { toXliffOne } from './one/write.ts'
import { pairsOfXliff } from './pairs-of-file.ts'
import { returnedRows } from './returned-rows.ts'

/** A document as XLIFF 2.1, with everything in it; finished pairs from XLIFF 1.x and 2.x of any tool. */
export const xliffFormat = {
  name: 'xliff',
  endings: ['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff', '.txlf'],
  mediaType: 'application/xliff+xml',
  recognises: (bytes) => rootName(bytes) === 'xliff',
  read: async (bytes) => pairsOfXliff(bytes),
  write: async (contents) => new TextEncoder().encode(toXliff(contents)),
} as const satisfies Format<FinishedTranslation, ExportContents['xliff']>

/** A document that went out as XLIFF and was worked on in another tool. */
export const returnedXliff = {
  name: 'xliff',
  endings: ['.xlf', '.xliff'],
  mediaType: 'application/xliff+xml',
  recognises: (bytes) => rootName(bytes) === 'xliff',
  read: async (bytes) => readReturned(bytes),
} as const satisfies Readable<ReturnedRows>

/** An XLIFF of any tool as a document, which goes back in its own shape. */
export const bilingualXliff = {
  name: 'bilingual-xliff',
  endings: ['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff', '.txlf'],
  mediaType: 'application/xliff+xml',
  recognises: (bytes) => rootName(bytes) === 'xliff',
  read: async (bytes, options) => readXliffDocument(bytes, options),
  refill: async (bytes, segments, options) => refillXliff(bytes, segments, options),
} as const satisfies Format<Imported>

/** Ours went out in one of two versions, and is asked in both. */
function readReturned(bytes: Uint8Array): ReturnedRows | Refusal {
  const two = returnedRows(bytes)
  return isRefusal(two) && two.code === 'file-format-unknown' ? returnedRowsOfOne(bytes) : two
}

/** A document as XLIFF 1.2, for tools that read no other. */
export const xliffOneFormat = {
  name: 'xliff-1.2',
  endings: ['.xlf'],
  mediaType: 'application/xliff+xml',
  write: async (contents) => new TextEncoder().encode(toXliffOne(contents)),
} as const satisfies Format<never, ExportContents['xliff-1.2']>
