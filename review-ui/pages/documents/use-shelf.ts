import { useState } from 'react'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { call } from '../../api.ts'
import { type Sending, useSending } from '../../interaction/use-sending.ts'

/** What people do with documents as a whole, from the list. */
export interface Shelf {
  readonly sending: Sending
  /** The document whose name is being changed. */
  readonly renaming: DocumentSummary | null
  /** The document that was put away just now, which one press brings back. */
  readonly away: DocumentSummary | null
  readonly rename: (document: DocumentSummary | null) => void
  readonly setName: (document: DocumentSummary, name: string) => Promise<void>
  readonly archive: (document: DocumentSummary) => Promise<void>
  readonly restore: (document: DocumentSummary) => Promise<void>
}

export function useShelf(reload: () => Promise<void>): Shelf {
  const sending = useSending()
  const [renaming, setRenaming] = useState<DocumentSummary | null>(null)
  const [away, setAway] = useState<DocumentSummary | null>(null)
  const paramsOf = ({ id }: DocumentSummary) => ({ params: { document: id } })
  return {
    sending,
    renaming,
    away,
    rename(document) {
      sending.reset()
      setRenaming(document)
    },
    async setName(document, name) {
      if ((await sending.send(call('renameDocument', { ...paramsOf(document), body: { name } }))) === null) return
      setRenaming(null)
      await reload()
    },
    async archive(document) {
      if ((await sending.send(call('archiveDocument', paramsOf(document)))) === null) return
      setAway(document)
      await reload()
    },
    async restore(document) {
      if ((await sending.send(call('restoreDocument', paramsOf(document)))) === null) return
      setAway(null)
      await reload()
    },
  }
}
