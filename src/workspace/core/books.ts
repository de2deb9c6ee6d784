import { foldMemories, type ImportedMemory } from '../../memory/memories.ts'
import type {
  CandidateEvent,
  DocumentEvent,
  Entry,
  HeadsEvent,
  MemoryEvent,
  OutboxEvent,
  PeopleEvent,
  SettingsEvent,
  TermEvent,
} from '../../model/event.ts'
import { type ChainHead, documentPrefix, headsJournal } from '../../model/head.ts'
import type { DocumentState } from '../../model/state.ts'
import { advanceSteps } from '../../review/fold.ts'
import { foldPeople, type PeopleState } from '../../review/people.ts'
import { foldSettings, type SettingsState } from '../../review/settings.ts'
import { foldOutbox } from '../../review/telling/outbox.ts'
import type { OutboxState } from '../../review/telling/outbox-state.ts'
import {
  documentEvent,
  headsEvent,
  memoryEvent,
  outboxEvent,
  peopleEvent,
  settingsEvent,
  termbaseEvent,
} from '../../schemas/event.ts'
import { foldTermbaseSteps, type Termbase } from '../../terms/termbase/termbase.ts'
import { type Book, inOneStep, openBook } from './book.ts'
import { createDocumentShelf } from './document-shelf.ts'
import { createFoldSnapshots } from './fold-snapshots.ts'
import { memoryJournal } from './memory-pairs.ts'
import type { Outline } from './outline.ts'
import { createOutlines, type Outlines } from './outlines.ts'
import type { Page } from './page.ts'
import type { World } from './world.ts'

/** The heads that were recorded last, by journal. */
export type RecordedHeads = ReadonlyMap<string, ChainHead>

/**
 * The journals of a workspace with their folds: one each for people, termbase, memory, settings and the heads of all
 * others, and one for each document.
 */
export interface Books {
  readonly people: Book<PeopleState, PeopleEvent>
  readonly termbase: Book<Termbase, TermEvent | CandidateEvent>
  readonly memoryFiles: Book<readonly ImportedMemory[], MemoryEvent>
  readonly settings: Book<SettingsState, SettingsEvent>
  readonly heads: Book<RecordedHeads, HeadsEvent>
  /** What is told outside: no record of a review, so that no head of it is recorded or published. */
  readonly outbox: Book<OutboxState, OutboxEvent>
  /** The book of a document, or of one that has not been imported yet. */
  document(id: string): Book<DocumentState | null>
  /** Ids of all documents, sorted. */
  documents(): Promise<readonly string[]>
  /** What is known of all documents without holding their states. */
  readonly outlines: Outlines
  /** The page of a document for whoever looks at many: it does not stay in memory. */
  look(id: string): Promise<Page<DocumentState | null>>
  /** Lets go of what was made of a document that was only looked at. */
  forgetUnused(id: string): void
  /** Writes what the entries of long documents in memory fold to, for the next who opens them. */
  writeFolds(): Promise<void>
  /**
   * The pages of all readable documents whose outlines are wanted, one after the other: whoever keeps them has them all
   * in memory. A damaged journal is reported, and does not affect other documents.
   */
  pages(which?: (outline: Outline) => boolean): AsyncIterable<Page<DocumentState>>
}

/** Called when a book has grown. */
export interface GrowthHandlers {
  termbase(before: Termbase, after: Termbase): void
  memoryFiles(added: readonly Entry<MemoryEvent>[]): void
  outbox(): void
  document(
    id: string,
    added: readonly Entry<DocumentEvent>[],
    before: DocumentState | null,
    after: DocumentState | null,
  ): void
  /** Whether somebody has a document open. */
  isOpen(id: string): boolean
  /** A document is no longer in memory. */
  letGo(id: string): void
}

export function openBooks(world: World, onGrowth: GrowthHandlers): Books {
  const shared = openSharedBooks(world, onGrowth)
  const folds = createFoldSnapshots(world)

  function open(id: string): Book<DocumentState | null> {
    const name = `${documentPrefix}${id}`
    return openBook<DocumentState | null, DocumentEvent>(world, {
      name,
      event: documentEvent,
      // People confirmed the words as written, so a document with an altered entry is not read at all.
      holds: 'state',
      ...heldBy(shared.heads, name),
      folded: () => folds.read(id),
      loaded: keepFold,
      fold: (before, added) => advanceSteps(before ?? null, added),
      grown(added, before, after) {
        if (after !== null) outlines.grown(added, before, after)
        onGrowth.document(id, added, before, after)
      },
    })
  }

  /** Servers that share a store would overwrite one another’s. */
  function keepFold(state: DocumentState | null): void {
    if (state !== null && !world.coordination.shared) void folds.write(state).catch(world.report)
  }

  const shelf = createDocumentShelf({ open, isOpen: onGrowth.isOpen, letGo: onGrowth.letGo })
  const { document, look, forgetUnused } = shelf

  async function writeFolds(): Promise<void> {
    for (const state of shelf.states()) await folds.write(state)
  }

  async function documents(): Promise<readonly string[]> {
    const names = await world.journals.names(documentPrefix)
    return names.map((name) => name.slice(documentPrefix.length))
  }

  const outlines = createOutlines({ documents, look, pause: world.pause, report: world.report })

  async function* pages(which: (outline: Outline) => boolean = () => true): AsyncGenerator<Page<DocumentState>> {
    for (const outline of await outlines.present()) {
      if (!which(outline)) continue
      try {
        const page = await look(outline.id)
        const { state } = page
        if (state !== null) yield { ...page, state }
        forgetUnused(outline.id)
      } catch (fault) {
        world.report(fault)
      }
    }
  }

  return { ...shared, document, documents, outlines, look, forgetUnused, writeFolds, pages }
}

/** The books of which a workspace has one each. */
export function openSharedBooks(
  world: Pick<World, 'journals' | 'clock' | 'digest' | 'pause'> & Partial<Pick<World, 'coordination'>>,
  onGrowth: Pick<GrowthHandlers, 'termbase' | 'memoryFiles' | 'outbox'>,
): Omit<Books, 'document' | 'documents' | 'outlines' | 'look' | 'forgetUnused' | 'writeFolds' | 'pages'> {
  const heads = openBook<RecordedHeads, HeadsEvent>(world, {
    name: headsJournal,
    holds: 'entries',
    event: headsEvent,
    fold: inOneStep((before, added) => headsAfter(before, added)),
    grown: () => {},
  })
  const named = (name: string) => ({ name, holds: 'entries' as const, ...heldBy(heads, name) })
  return {
    heads,
    outbox: openBook<OutboxState, OutboxEvent>(world, {
      name: 'outbox',
      holds: 'state',
      event: outboxEvent,
      known: async () => (await heads.read()).last?.at,
      fold: inOneStep((before, added) => foldOutbox(added, before)),
      grown: () => onGrowth.outbox(),
    }),
    settings: openBook<SettingsState, SettingsEvent>(world, {
      ...named('settings'),
      event: settingsEvent,
      fold: inOneStep((before, added) => foldSettings(added, before)),
      grown: () => {},
    }),
    people: openBook<PeopleState, PeopleEvent>(world, {
      ...named('people'),
      event: peopleEvent,
      fold: inOneStep((before, added) => foldPeople(added, before)),
      grown: () => {},
    }),
    termbase: openBook<Termbase, TermEvent | CandidateEvent>(world, {
      ...named('termbase'),
      event: termbaseEvent,
      fold: (before, added) => foldTermbaseSteps(added, before),
      grown: (_added, before, after) => onGrowth.termbase(before, after),
    }),
    memoryFiles: openBook<readonly ImportedMemory[], MemoryEvent>(world, {
      ...named(memoryJournal),
      holds: 'fold',
      together: 4,
      event: memoryEvent,
      fold: inOneStep((before, added) => foldMemories(before ?? [], added)),
      grown: (added) => onGrowth.memoryFiles(added),
    }),
  }
}

/** What the record of heads knows, which a journal is held to: its own head, and the time of the record. */
function heldBy(heads: Books['heads'], name: string) {
  return {
    recorded: async () => (await heads.read()).state.get(name),
    known: async () => (await heads.read()).last?.at,
  }
}

function headsAfter(before: RecordedHeads | undefined, added: readonly Entry<HeadsEvent>[]): RecordedHeads {
  const named = added.flatMap(({ event }) => event.heads)
  return new Map([...(before ?? []), ...named.map((head) => [head.name, head] as const)])
}
