import { type Document, segmentsOf } from '../model/document.ts'
import type { DocumentEvent } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { canonicalJson } from './canonical.ts'
import { refusalToAct } from './standing.ts'

/** A new version of a document's source, with the ids that its segments have from now on. */
export interface ReplaceCommand {
  readonly document: Document
  readonly made: Readonly<Record<string, string>>
  /** The last entry that the comparison knew. */
  readonly sequence: number
}

/**
 * The result of such a command: an event or a refusal. Refuses a version that changes nothing, and one that was compared
 * with a document that has since become another: what was looked at is what is done.
 */
export function decideReplacement(
  state: DocumentState,
  { document, made, sequence }: ReplaceCommand,
  actor: Pick<Person, 'id'>,
  people: People,
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, 'import-document')
  if (refusal) return refusal
  if (sequence !== state.sequence) return refuse('document-changed')
  if (canonicalJson(document.blocks) === canonicalJson(state.document.blocks)) return refuse('version-same')
  if (segmentsOf(document).length === 0) return refuse('file-empty')
  return [{ type: 'source-replaced', v: 1, document, made }]
}
