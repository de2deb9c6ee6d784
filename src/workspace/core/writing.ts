import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { ExportContents, ExportName, Formats } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { type OwnShape, rewriteFile } from '../documents/rewrite.ts'

/** A file to write: an export of a document, or the glossary in a format by its name. Plain values, lists and maps. */
export type Writing = GlossaryWriting | OwnShapeWriting | { [Name in ExportName]: ExportWriting<Name> }[ExportName]

interface GlossaryWriting {
  readonly target: { readonly type: 'glossary'; readonly format: string }
  readonly contents: readonly OutgoingTerm[]
}

interface OwnShapeWriting {
  readonly target: { readonly type: 'own-shape' }
  readonly contents: OwnShape
}

export interface ExportWriting<Name extends ExportName> {
  readonly target: { readonly type: 'export'; readonly name: Name }
  readonly contents: ExportContents[Name]
}

/**
 * Writes an outgoing file. The server writes in a worker thread, under limits of memory and time. Refuses `bad-request`
 * for a glossary format that there is not.
 */
export type WriteFile = (writing: Writing) => Promise<Uint8Array | Refusal>

export function createWriteFile(formats: Formats): WriteFile {
  return async (writing) => {
    if (isGlossary(writing)) return writeGlossary(formats, writing)
    return isOwnShape(writing) ? writeOwnShape(formats, writing) : writeExport(formats, writing)
  }
}

function isOwnShape(writing: Writing): writing is OwnShapeWriting {
  return writing.target.type === 'own-shape'
}

async function writeOwnShape(formats: Formats, { contents }: OwnShapeWriting): Promise<Uint8Array | Refusal> {
  const { filename, bytes, blocks, wordings, options } = contents
  const written = await rewriteFile(formats, { filename, bytes }, blocks, (segment) => wordings.get(segment), options)
  return isRefusal(written) ? written : written.bytes
}

function isGlossary(writing: Writing): writing is GlossaryWriting {
  return writing.target.type === 'glossary'
}

async function writeGlossary(formats: Formats, { target, contents }: GlossaryWriting): Promise<Uint8Array | Refusal> {
  const format = formats.glossaries.find(({ name }) => name === target.format)
  return format === undefined ? refuse('bad-request', { place: 'format' }) : format.write(contents)
}

function writeExport<Name extends ExportName>(
  formats: Formats,
  { target, contents }: ExportWriting<Name>,
): Promise<Uint8Array> {
  return formats.exports[target.name].write(contents)
}
