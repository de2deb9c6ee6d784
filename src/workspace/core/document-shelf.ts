import type { DocumentState } from '../../model/state.ts'
import type { Book } from './book.ts'
import type { Page } from './page.ts'

type DocumentBook = Book<DocumentState | null>

/** The books of documents. Those that nobody uses are let go when they become many; the store has their entries. */
export interface DocumentShelf {
  /** The book of a document, or of one that has not been imported yet. */
  document(id: string): DocumentBook
  /** The page of a document, for whoever looks at many: those that are on the shelf stay, and no other is put there. */
  look(id: string): Promise<Page<DocumentState | null>>
  /** Lets go of what was made of a document that was only looked at. */
  forgetUnused(id: string): void
  /** The states that are in memory. */
  states(): readonly DocumentState[]
}

/** What stays: so many blocks in all, where a document counts as some of them whatever its length. */
const mostWeight = 60_000
const leastWeight = 30

interface Shelved {
  readonly book: DocumentBook
  /** Calls that have not been answered yet. */
  calls: number
}

export function createDocumentShelf({
  open,
  isOpen,
  letGo,
}: {
  readonly open: (id: string) => DocumentBook
  /** Whether somebody has the document open: it stays. */
  readonly isOpen: (id: string) => boolean
  readonly letGo: (id: string) => void
}): DocumentShelf {
  /** In the order of their last use. */
  const shelved = new Map<string, Shelved>()

  function take(id: string): Shelved {
    const known = shelved.get(id) ?? { book: open(id), calls: 0 }
    shelved.delete(id)
    shelved.set(id, known)
    return known
  }

  async function calling<T>(id: string, call: (book: DocumentBook) => Promise<T>): Promise<T> {
    const isNew = !shelved.has(id)
    const taken = take(id)
    taken.calls += 1
    try {
      return await call(taken.book)
    } finally {
      taken.calls -= 1
      if (isNew) makeRoom()
    }
  }

  function makeRoom(): void {
    let weight = 0
    for (const { book } of shelved.values()) weight += weightOf(book)
    for (const [id, { book, calls }] of shelved) {
      if (weight <= mostWeight) return
      // A book in use has writers that wait for one another: another book of its journal would not know of them.
      if (calls > 0 || isOpen(id)) continue
      shelved.delete(id)
      letGo(id)
      weight -= weightOf(book)
    }
  }

  return {
    document: (id) => ({
      read: () => calling(id, (book) => book.read()),
      peek: () => shelved.get(id)?.book.peek(),
      write: (by, decide) => calling(id, (book) => book.write(by, decide)),
      follow: (until) => calling(id, (book) => book.follow(until)),
    }),
    look: (id) => shelved.get(id)?.book.read() ?? open(id).read(),
    forgetUnused(id) {
      if (!shelved.has(id)) letGo(id)
    },
    states: () => [...shelved.values()].flatMap(({ book }) => book.peek()?.state ?? []),
  }
}

function weightOf(book: DocumentBook): number {
  return leastWeight + (book.peek()?.state?.document.blocks.length ?? 0)
}
