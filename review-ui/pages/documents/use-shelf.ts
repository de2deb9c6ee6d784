import { useState } from 'react'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { call } from '../../api.ts'
import { type Sending, useSending } from '../../interaction/use-sending.ts'

/** What of a document is being changed in a dialog. */
export interface Changing {
  readonly document: DocumentSummary
  readonly what: 'name' | 'labels' | 'deletion'
}

/** What people do with documents as a whole, from the list. */
export interface Shelf {
  readonly sending: Sending
  /** The document whose name or labels are being changed. */
  readonly changing: Changing | null
  /** The document that was put away just now, which one press brings back. */
  readonly away: DocumentSummary | null
  /** The document that was deleted just now. */
  readonly deleted: DocumentSummary | null
  readonly change: (changing: Changing | null) => void
  readonly setName: (document: DocumentSummary, name: string) => Promise<void>
  readonly setLabels: (document: DocumentSummary, labels: readonly string[]) => Promise<void>
  readonly archive: (document: DocumentSummary) => Promise<void>
  readonly restore: (document: DocumentSummary) => Promise<void>
  readonly remove: (document: DocumentSummary) => Promise<void>
}

export function useShelf(reload: () => Promise<void>): Shelf {
  const sending = useSending()
  const [changing, setChanging] = useState<Changing | null>(null)
  const [away, setAway] = useState<DocumentSummary | null>(null)
  const [deleted, setDeleted] = useState<DocumentSummary | null>(null)
  const paramsOf = ({ id }: DocumentSummary) => ({ params: { document: id } })
  return {
    sending,
    changing,
    away,
    deleted,
    change(asked) {
      sending.reset()
      setDeleted(null)
      setChanging(asked)
    },
    async setName(document, name) {
      if ((await sending.send(call('renameDocument', { ...paramsOf(document), body: { name } }))) === null) return
      setChanging(null)
      await reload()
    },
    async setLabels(document, labels) {
      if ((await sending.send(call('labelDocument', { ...paramsOf(document), body: { labels } }))) === null) return
      setChanging(null)
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
    async remove(document) {
      if ((await sending.send(call('deleteDocument', paramsOf(document)))) === null) return
      setChanging(null)
      setAway(null)
      setDeleted(document)
      await reload()
    },
  }
}
