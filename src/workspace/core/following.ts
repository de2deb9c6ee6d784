import { documentPrefix, headsJournal } from '../../model/head.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Books } from './books.ts'
import type { Page } from './page.ts'
import type { World } from './world.ts'

export interface FollowingHandlers {
  /** The documents that somebody has open: they are looked at before others. */
  heard(): readonly string[]
  /** Others have written to a document that was not in memory here. `isNew`: nobody here knew of it. */
  read(page: Page<DocumentState>, isNew: boolean): Promise<void>
  /** Others may have written to any document that is not in memory here. */
  missed(): void
}

/**
 * Takes up what other servers append, journal by journal: each is asked for once at a time, up to the last entry that was
 * told of. Where news may have been lost, every journal in memory is looked at, and of the others nothing is taken for known.
 */
export function followOthers(
  books: Books,
  { coordination, report }: Pick<World, 'coordination' | 'report'>,
  handlers: FollowingHandlers,
): void {
  const shared = new Map<string, Pick<Books['heads'], 'follow'> & { peek(): unknown }>([
    ['people', books.people],
    ['termbase', books.termbase],
    ['settings', books.settings],
    ['memory', books.memoryFiles],
    ['outbox', books.outbox],
    [headsJournal, books.heads],
  ])
  /** The last entry that was told of, by journal, of those that are being taken up. */
  const told = new Map<string, number>()

  async function followDocument(id: string, until: number): Promise<void> {
    const book = books.document(id)
    if (book.peek()) return book.follow(until)
    const isNew = !books.outlines.has(id)
    books.outlines.forget(id)
    const page = await book.read()
    const { state } = page
    if (state !== null) await handlers.read({ ...page, state }, isNew)
  }

  async function follow(name: string): Promise<void> {
    for (let done = 0; done !== told.get(name); ) {
      done = told.get(name) ?? 0
      const book = shared.get(name)
      if (book?.peek()) await book.follow(done)
      else if (name.startsWith(documentPrefix)) await followDocument(name.slice(documentPrefix.length), done)
    }
  }

  function tellOf(name: string, until: number): void {
    const isTaking = told.has(name)
    told.set(name, Math.max(told.get(name) ?? 0, until))
    if (isTaking) return
    void follow(name)
      .catch(report)
      .finally(() => told.delete(name))
  }

  async function lookAtAll(): Promise<void> {
    const all = (name: string) => tellOf(name, Number.POSITIVE_INFINITY)
    const isInMemory = (id: string) => books.document(id).peek() !== undefined
    for (const id of handlers.heard()) if (isInMemory(id)) all(`${documentPrefix}${id}`)
    for (const name of shared.keys()) all(name)
    for (const id of await books.documents()) {
      if (isInMemory(id)) all(`${documentPrefix}${id}`)
      else books.outlines.forget(id)
    }
    handlers.missed()
  }

  coordination.listen((news) => {
    if (news.type === 'appended') tellOf(news.journal, news.sequence)
    if (news.type === 'gap') void lookAtAll().catch(report)
  })
}
