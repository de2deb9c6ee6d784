import type { DocumentEvent } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { refusalToAct } from './standing.ts'
import { keptText } from './text.ts'

/** A person's command on a document as it stands in the list; its text is not touched. */
export type ShelfCommand =
  | { readonly type: 'rename-document'; readonly name: string }
  | { readonly type: 'archive-document' }
  | { readonly type: 'restore-document' }

/** Most UTF-16 units in the name of a document. */
const longestName = 300

/** The result of such a command: an event, none if the document is already as requested, or a refusal. */
export function decideShelf(
  state: DocumentState,
  command: ShelfCommand,
  actor: Pick<Person, 'id'>,
  people: People,
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, command.type)
  if (refusal) return refusal
  switch (command.type) {
    case 'rename-document': {
      // One line, whatever was pasted.
      const name = keptText(command.name).replace(/\s+/gu, ' ')
      if (name.length > longestName) return refuse('text-too-long', { most: String(longestName) })
      return name === (state.name ?? '') ? [] : [{ type: 'document-renamed', v: 1, name }]
    }
    case 'archive-document':
      return state.archived === undefined ? [{ type: 'document-archived', v: 1 }] : []
    case 'restore-document':
      return state.archived === undefined ? [] : [{ type: 'document-restored', v: 1 }]
  }
}
