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
  read: async (bytes) => returnedRows(bytes),
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
