import type { DamagedDocument } from '../../contract/views/documents.ts'
import { documentPrefix } from '../../model/head.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { documentEvent } from '../../schemas/event.ts'
import { fits } from '../../schemas/misfit.ts'
import { refusalOfDamage } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** The documents that cannot be read, each with what is wrong and the title that its first entry still says. */
export async function damagedDocuments(workspace: Workspace): Promise<readonly DamagedDocument[]> {
  const damaged: DamagedDocument[] = []
  for (const { id, fault } of await workspace.outlines.unreadable()) {
    const known = fault instanceof DamagedJournal ? refusalOfDamage(fault) : null
    const refusal = known && { code: known.code, params: known.params }
    damaged.push({ id, title: await titleOf(workspace, id), refusal })
  }
  return damaged
}

async function titleOf({ world }: Workspace, id: string): Promise<string | null> {
  const [first] = await world.journals.read(`${documentPrefix}${id}`, 0)
  if (first === undefined || !fits(documentEvent, first.event)) return null
  return first.event.type === 'document-imported' ? first.event.document.title : null
}
