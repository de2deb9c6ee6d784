import type { SignOffSheet } from '../../contract/views.ts'
import type { CandidateEvent, DocumentEvent, MemoryEvent, PeopleEvent, TermEvent } from '../../model/event.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { DocumentState } from '../../model/state.ts'
import type { ListedFile } from '../../publishing/seal.ts'
import { advance } from '../../review/fold.ts'
import { foldPeople, type PeopleState } from '../../review/people.ts'
import { documentEvent, memoryEvent, peopleEvent, termbaseEvent } from '../../schemas/event.ts'
import { foldTermbase, type Termbase } from '../../terms/termbase/termbase.ts'
import { type Analysis, type Analyst, createAnalyst, termsOf } from '../documents/analysis.ts'
import type { DraftingRun } from '../documents/drafting-run.ts'
import { createRecall, type Recall } from '../documents/recall.ts'
import { type Book, openBook, type Page } from './book.ts'
import { createNews, type News } from './news.ts'
import { createTurns, type Turns } from './turns.ts'
import type { World } from './world.ts'

/** The workspace as one process holds it: its journals with their folds, and what is made of them. */
export interface Workspace {
  readonly world: World
  readonly turns: Turns
  readonly people: Book<PeopleState, PeopleEvent>
  readonly termbase: Book<Termbase, TermEvent | CandidateEvent>
  readonly memoryFiles: Book<readonly MemoryEvent[], MemoryEvent>
  /** The book of a document, of one that is yet to be imported too. */
  document(id: string): Book<DocumentState | null>
  /** Ids of all documents, sorted. */
  documents(): Promise<readonly string[]>
  /** All documents that can be read; one whose journal is damaged is reported, and hinders nobody elsewhere. */
  readable(): Promise<readonly Page<DocumentState>[]>
  readonly news: News
  readonly recall: Recall
  readonly analyst: Analyst
  /** Whether a signature holds, by the analysis it was held against. */
  readonly statuses: WeakMap<Analysis, Pick<SignOffSheet, 'status' | 'staleness'>>
  /** Drafting runs by document: the one that is on, or the last there was. */
  readonly runs: Map<string, DraftingRun>
  /** What this process knows of the folders of the site: none of these is read or rendered again. */
  readonly siteFolders: Map<string, readonly ListedFile[]>
}

const documentPrefix = 'document/'

export function openWorkspace(world: World): Workspace {
  const turns = createTurns()
  const news = createNews()
  const analyst = createAnalyst(world.proofreader)
  const books = new Map<string, Book<DocumentState | null>>()

  const people = openBook<PeopleState, PeopleEvent>(world, turns, {
    name: 'people',
    event: peopleEvent,
    fold: (before, added) => foldPeople(added, before),
    grown: () => {},
  })
  const termbase = openBook<Termbase, TermEvent | CandidateEvent>(world, turns, {
    name: 'termbase',
    event: termbaseEvent,
    fold: (_before, _added, all) => foldTermbase(all),
    grown: (_added, before, after) => tellTerms(before, after),
  })
  const memoryFiles = openBook<readonly MemoryEvent[], MemoryEvent>(world, turns, {
    name: 'memory',
    event: memoryEvent,
    fold: (before, added) => [...(before ?? []), ...added.map(({ event }) => event)],
    grown: (added) => recall.imported(added.flatMap(({ event }) => pairsOf(event))),
  })
  const recall = createRecall({
    imported: async () => (await memoryFiles.read()).state.flatMap(pairsOf),
    documents: async () => (await readable()).map(({ state }) => state),
    pause: world.pause,
  })

  function document(id: string): Book<DocumentState | null> {
    const known = books.get(id)
    if (known) return known
    const book = openBook<DocumentState | null, DocumentEvent>(world, turns, {
      name: `${documentPrefix}${id}`,
      event: documentEvent,
      // Nobody reads altered words as if they were those that people stood by.
      whole: true,
      fold: (before, added) => advance(before ?? null, added),
      grown: (entries, before, after) => {
        recall.documentGrown(before, after)
        news.tell(id, { type: 'entries', entries })
      },
    })
    books.set(id, book)
    return book
  }

  async function documents(): Promise<readonly string[]> {
    const names = await world.journals.names(documentPrefix)
    return names.map((name) => name.slice(documentPrefix.length))
  }

  async function readable(): Promise<readonly Page<DocumentState>[]> {
    const pages: Page<DocumentState>[] = []
    for (const id of await documents()) {
      try {
        const { entries, state } = await document(id).read()
        if (state !== null) pages.push({ entries, state })
      } catch (fault) {
        world.report(fault)
      }
    }
    return pages
  }

  /** Whoever reads a document in which other terms occur now, or other words are allowed, is told of those. */
  function tellTerms(before: Termbase, after: Termbase): void {
    for (const id of news.heard()) {
      const state = document(id).peek()?.state
      if (!state) continue
      const known = termsOf(analyst.analyse(state, before))
      const now = termsOf(analyst.analyse(state, after))
      if (
        !sameList(known.terms, now.terms) ||
        !sameList(known.covered, now.covered) ||
        !sameList(known.words, now.words)
      )
        news.tell(id, { type: 'terms', ...now })
    }
  }

  return {
    world,
    turns,
    people,
    termbase,
    memoryFiles,
    document,
    documents,
    readable,
    news,
    recall,
    analyst,
    statuses: new WeakMap(),
    runs: new Map(),
    siteFolders: new Map(),
  }
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]))
}

function pairsOf({ pairs }: MemoryEvent): readonly MemoryPair[] {
  return pairs
}
