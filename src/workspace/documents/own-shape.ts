import { segmentsOf } from '../../model/document.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { type DocumentFormat, goesBack } from '../../ports/format.ts'
import { presented } from '../../review/presented.ts'
import type { Wording } from '../../segmentation/returned.ts'
import type { Workspace } from '../core/open.ts'
import type { World } from '../core/world.ts'
import { draftWords } from './draft-words.ts'
import type { OwnShape } from './rewrite.ts'

/** A file for download. */
export interface OutgoingFile {
  readonly filename: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/** The format that a document came in, if it can be written back in its own shape. */
export function ownFormat({ formats }: Pick<World, 'formats'>, name: string): DocumentFormat | undefined {
  return formats.documents.find((format) => format.name === name && goesBack(format))
}

/**
 * A document in the shape of the file it came from, with the English that there is in place of the Chinese. One that is
 * not signed says so at the head of every page. Refuses `original-missing` where the file was not kept, and what
 * `WriteFile` refuses.
 */
export async function exportOwnShape(
  { world }: Workspace,
  state: DocumentState,
  signed: boolean,
  format: DocumentFormat,
): Promise<OutgoingFile | Refusal> {
  const { document } = state
  const { filename, sha256, table } = document.origin
  const bytes = await world.originals.read(sha256)
  if (bytes === null) return refuse('original-missing')
  const ids = segmentsOf(document).map(({ id }) => id)
  const { segments } = presented(state, signed)
  const wordings = ids.flatMap((id): readonly [string, Wording][] => {
    const segment = segments.get(id)
    return segment === undefined ? [] : [[id, { target: segment.target, state: segment.state }]]
  })
  const contents: OwnShape = {
    filename,
    bytes,
    blocks: document.blocks,
    wordings: new Map(wordings),
    options: { look: 'english', ...(table && { table }), ...(signed ? {} : { draftNotice: draftWords(state) }) },
  }
  const content = await world.write({ target: { type: 'own-shape' }, contents })
  if (isRefusal(content)) return content
  const ending = format.endings.find((known) => filename.toLowerCase().endsWith(known)) ?? format.endings[0]
  return { filename: `${document.id}.en${ending}`, mediaType: format.mediaType, content }
}
