import { documentPrefix } from '../../model/head.ts'
import { mapSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import type { Workspace } from '../core/open.ts'
import type { Outline } from '../core/outline.ts'
import { joined, linesIn } from '../core/snapshot-lines.ts'
import type { KnownStanding, Standing } from './document-standing.ts'

/**
 * The snapshot of what is known of all documents: their outlines, and what is listed of them. One JSON value a line: the
 * version first, then a document each. The mark is that of the journal at the outline's last entry: where the journal has
 * another one now, the outline is worked out anew.
 */
const name = 'documents'

/** Goes up with every change of what outlines and standings hold, and of how they follow from the entries. */
export const snapshotVersion = 6

/** What is known of a document, and the mark of its journal. */
interface SnapshotRow {
  readonly mark: string
  readonly outline: Outline
  readonly standing: StoredStanding | null
}

interface StoredStanding extends Omit<KnownStanding, 'standing'> {
  readonly standing: Omit<Standing, 'involved'> & { readonly involved: readonly string[] }
}

const encoder = new TextEncoder()

/** The marks of the journals of documents that were taken up, by the ids of these. */
export type TakenUp = ReadonlyMap<string, string>

/** Takes up what a snapshot knows of documents whose journals have not grown since. */
export async function takeUpDocuments(workspace: Workspace): Promise<TakenUp> {
  const { snapshots, journals, pause } = workspace.world
  const taken = new Map<string, string>()
  const bytes = await snapshots.read(name)
  if (bytes === null) return taken
  const lines = linesIn(bytes)
  if (lines.next().value !== firstLine) return taken
  const marks = await journals.marks(documentPrefix)
  const outlines: Outline[] = []
  for (const line of lines) {
    // biome-ignore lint/plugin/no-cast: the store gives only what was written, and this version wrote it
    const { mark, outline, standing } = JSON.parse(line) as SnapshotRow
    if (marks.get(`${documentPrefix}${outline.id}`)?.mark !== mark) continue
    taken.set(outline.id, mark)
    outlines.push(outline)
    if (standing !== null) workspace.standings.set(outline.id, knownStanding(standing))
    const others = pause()
    if (others) await others
  }
  workspace.outlines.begin(outlines)
  return taken
}

/** Writes what is known of all documents, so that the next start need not read their journals. */
export async function writeDocuments(workspace: Workspace, taken: TakenUp): Promise<void> {
  const { snapshots, pause } = workspace.world
  const lines = await inSlices(
    mapSteps(await snapshotRows(workspace, taken), (row) => encoder.encode(`\n${JSON.stringify(row)}`)),
    pause,
  )
  await snapshots.write(name, joined([encoder.encode(firstLine), ...lines]))
}

const firstLine = JSON.stringify({ version: snapshotVersion })

/** The documents whose outlines have all that their journals hold. */
async function snapshotRows(
  { world, outlines, standings }: Workspace,
  taken: TakenUp,
): Promise<readonly SnapshotRow[]> {
  const marks = await world.journals.marks(documentPrefix)
  return (await outlines.all()).flatMap((outline): readonly SnapshotRow[] => {
    const { id, sequence, hash } = outline
    const known = marks.get(`${documentPrefix}${id}`)
    // A mark may be of entries that the outline does not have yet.
    const isOfMark = known?.length === null ? known.mark === taken.get(id) : known?.length === sequence
    if (known === undefined || !isOfMark) return []
    const standing = standings.get(id)
    return [{ mark: known.mark, outline, standing: standing?.hash === hash ? storedStanding(standing) : null }]
  })
}

function storedStanding({ hash, basis, standing }: KnownStanding): StoredStanding {
  return { hash, basis, standing: { ...standing, involved: [...standing.involved] } }
}

function knownStanding({ hash, basis, standing }: StoredStanding): KnownStanding {
  return { hash, basis, standing: { ...standing, involved: new Set(standing.involved) } }
}
