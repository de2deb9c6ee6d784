import * as z from 'zod'
import { fileLimits } from '../model/file-limits.ts'
import { type TableChoice, type TermTableChoice, tableChoiceOf, termTableChoiceOf } from '../model/table-choice.ts'
import { datePattern, partsOfSpeech, renderingStatuses, termStatuses } from '../model/term.ts'

/** What comes in, with its limits. */

export const longText = z.string().max(20_000)
/** What readers are told in one language, in a line or two. */
export const publicLine = z.string().max(2000)
export const short = z.string().trim().max(500)
/** The version that a command was made against. */
export const base = z.int().min(0)
export const password = z.string().min(1).max(500)
const encoded = z.string().max(20_000)
/** What a browser answers for a passkey, made or used: a `PublicKeyCredential` in JSON (WebAuthn level 3, 5.1.8). */
export const passkeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  response: z.record(z.string().max(50), z.union([encoded, z.number(), z.array(z.string().max(50)).max(20)])),
  clientExtensionResults: z.record(z.string().max(50), z.unknown()),
  authenticatorAttachment: z.string().max(50).nullable().exactOptional(),
})

export const inlineInput = z
  .array(z.union([longText, z.object({ type: z.enum(['open', 'close', 'alone']), id: short, data: short })]))
  .max(fileLimits.inlineParts)
const rendering = z.object({ text: short.min(1), status: z.enum(renderingStatuses) })
/**
 * A term as a person enters it; the server gives the id. In a change, an absent optional member stays as it is and an
 * empty text or list removes it.
 */
export const termFields = z.object({
  source: z.array(short.min(1)).min(1).max(50),
  renderings: z.array(rendering).min(1).max(50),
  status: z.enum(termStatuses),
  domain: short,
  note: z.string().trim().max(5000),
  authority: z.string().trim().max(2000),
  definition: z.string().trim().max(5000).exactOptional(),
  partOfSpeech: z.enum(partsOfSpeech).exactOptional(),
  laterMention: short.exactOptional(),
  abbreviation: short.exactOptional(),
  inflections: z.array(short.min(1)).max(50).exactOptional(),
  notBefore: z.array(short.min(1)).max(200).exactOptional(),
  notAfter: z.array(short.min(1)).max(200).exactOptional(),
  owner: short.exactOptional(),
  authorityDate: z.union([z.literal(''), z.string().trim().regex(datePattern)]).exactOptional(),
  authorityBody: short.exactOptional(),
  authorityPlace: z.string().trim().max(2000).exactOptional(),
  publicNote: z.string().trim().max(2000).exactOptional(),
})

/**
 * A file that becomes a document. Of a table, `columns` says which cells are the text (`zh=A,en=B,headings=1`), and `sheet`
 * in which sheet; what is guessed if they are not said.
 */
export const incomingDocument = z.object({
  filename: short.min(1),
  columns: short.refine((words) => tableChoiceOf(words) !== null).exactOptional(),
  sheet: z.string().max(100).exactOptional(),
})

/** The choice of such a request; none if it does not say which. */
export function tableIn({ columns, sheet }: z.infer<typeof incomingDocument>): { readonly table?: TableChoice } {
  const table = columns === undefined ? null : tableChoiceOf(columns, sheet)
  return table === null ? {} : { table }
}

/** A file of terms. Of a table, `columns` says what its columns are (`B=source,C=preferred,headings=3`). */
export const incomingTerms = z.object({
  filename: short.min(1),
  columns: z
    .string()
    .max(2000)
    .refine((words) => termTableChoiceOf(words) !== null)
    .exactOptional(),
  sheet: z.string().max(100).exactOptional(),
})

/** The choice of such a request; none if it does not say which. */
export function termsIn({ columns, sheet }: z.infer<typeof incomingTerms>): { readonly terms?: TermTableChoice } {
  const terms = columns === undefined ? null : termTableChoiceOf(columns, sheet)
  return terms === null ? {} : { terms }
}

/** How many sentences a reply lists at most. */
export const limit = z.coerce.number().int().min(0).max(500).default(500)

/** Segments with the versions that were seen, in an address: `b1.s2@3,b4.s1@2`. */
export const segmentVersions = z
  .string()
  .max(12_000)
  .regex(/^(?:[\w.-]{1,60}@\d{1,9}(?:,|$))*$/)

/** The versions by segment of such a text. */
export function versionsIn(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(/([\w.-]+)@(\d+)/g)].map(([, segment = '', version]) => [segment, Number(version)]))
}

/** Which segments a drafting run takes. */
export const draftingScope = z.enum(['open', 'untouched'])
