import type { DocumentEvent } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { refusalToAct } from './standing.ts'
import { keptText } from './text.ts'

/** A person's command on a document as it stands in the list; its text is not touched. */
export type ShelfCommand =
  | { readonly type: 'rename-document'; readonly name: string }
  | { readonly type: 'label-document'; readonly labels: readonly string[] }
  | { readonly type: 'archive-document' }
  | { readonly type: 'restore-document' }
  | { readonly type: 'delete-document' }

/** Most UTF-16 units in the name of a document. */
const longestName = 300

/** Most labels of a document, and most UTF-16 units in one of them. */
const labelLimits = { each: 20, longest: 60 } as const

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
      const name = oneLine(command.name)
      if (name.length > longestName) return refuse('text-too-long', { most: String(longestName) })
      return name === (state.name ?? '') ? [] : [{ type: 'document-renamed', v: 1, name }]
    }
    case 'label-document': {
      const labels = [...new Set(command.labels.map(oneLine))].filter((label) => label !== '')
      if (labels.length > labelLimits.each) return refuse('labels-too-many', { most: String(labelLimits.each) })
      if (labels.some(({ length }) => length > labelLimits.longest)) {
        return refuse('text-too-long', { most: String(labelLimits.longest) })
      }
      const now = state.labels ?? []
      const isSame = labels.length === now.length && labels.every((label, at) => label === now[at])
      return isSame ? [] : [{ type: 'document-labelled', v: 1, labels }]
    }
    case 'archive-document':
      return state.archived === undefined ? [{ type: 'document-archived', v: 1 }] : []
    case 'restore-document':
      return state.archived === undefined ? [] : [{ type: 'document-restored', v: 1 }]
    case 'delete-document':
      return isSigned(state) ? refuse('deletion-of-signed') : [{ type: 'document-deleted', v: 1 }]
  }
}

/** Whether somebody ever signed it: then it is kept for good, and so is what its signature rests on. */
function isSigned({ signOff, releases }: Pick<DocumentState, 'signOff' | 'releases'>): boolean {
  return signOff !== undefined || releases.length > 0
}

/** A text as one line, whatever was pasted. */
function oneLine(text: string): string {
  return keptText(text).replace(/\s+/gu, ' ')
}
