import type { SignOffSheet } from '../../contract/views/signing.ts'
import { changeOf, type ImportedMemory, sizeOfMemory } from '../../memory/memories.ts'
import type { SignOff } from '../../model/signoff.ts'
import type { HostedMemory } from '../../ports/memory-host.ts'
import type { Turns } from '../../ports/turns.ts'
import type { ListedFile } from '../../publishing/seal.ts'
import type { Texts } from '../../review/changes.ts'
import { type Analysis, type Analyst, createAnalyst } from '../documents/analysis.ts'
import type { KnownStanding } from '../documents/document-standing.ts'
import type { DraftingRun } from '../documents/drafting-run.ts'
import type { HeldQuestionsRun } from '../documents/questions-run.ts'
import { createRecall, type Recall } from '../documents/recall.ts'
import { createRunsElsewhere, type RunsElsewhere } from '../documents/runs-elsewhere.ts'
import { type Books, openBooks } from './books.ts'
import { createEngineLedger, type EngineLedger } from './engine-ledger.ts'
import { followOthers } from './following.ts'
import { createKeptCounts, type KeptCounts } from './kept-counts.ts'
import { memoryPairs } from './memory-pairs.ts'
import { createNews, type News } from './news.ts'
import { createOutboxBell, type OutboxBell } from './outbox-bell.ts'
import { createTermNews } from './term-news.ts'
import type { World } from './world.ts'

/** The workspace as one process holds it: its journals with their folds, and what is made of them. */
export interface Workspace extends Books {
  /** Names this server among those of the workspace. */
  readonly id: string
  readonly world: World
  readonly turns: Turns
  readonly news: News
  readonly recall: Recall
  readonly ledger: EngineLedger
  readonly analyst: Analyst
  /** The texts that a signature is of. */
  readonly signedTexts: WeakMap<SignOff, Texts>
  /** Whether a signature holds, by the analysis it was held against. */
  readonly statuses: WeakMap<Analysis, Pick<SignOffSheet, 'status' | 'staleness'>>
  /** What is listed of each document, by its id. */
  readonly standings: Map<string, KnownStanding>
  /** The counts of all documents. */
  readonly counts: KeptCounts
  /** Drafting runs by document: the one that is on, or the last there was. */
  readonly runs: Map<string, DraftingRun>
  /** Runs of questions by document: the one that is on, or the last there was. */
  readonly questionRuns: Map<string, HeldQuestionsRun>
  /** Drafting runs of other servers. */
  readonly elsewhere: RunsElsewhere
  /** What this process knows of the folders of the site: none of these is read or rendered again. */
  readonly siteFolders: Map<string, readonly ListedFile[]>
  /** Tells whoever sends messages outside that there may be more. */
  readonly bell: OutboxBell
}

export function openWorkspace(world: World): Workspace {
  // What there must be one of is one over all servers.
  const turns: Turns = world.coordination
  const news = createNews()
  const analyst = createAnalyst(world.proofreader)
  const runs = new Map<string, DraftingRun>()
  const bell = createOutboxBell(world.coordination)
  const books = openBooks(world, {
    termbase: (before, after) => tellTerms(before, after),
    memoryFiles(added) {
      for (const { event } of added) {
        if (event.type === 'memory-pair-changed') recall.memoryCorrected(event.memory, changeOf(event))
        else recall.memoriesChanged()
      }
    },
    outbox: () => bell.ring(),
    document: (id, entries, before, after) => {
      bell.grown(id)
      recall.documentGrown(entries, before, after)
      if (after !== null) counts.grown(entries, before, after)
      news.tell(id, { type: 'entries', entries })
    },
    isOpen: (id) => news.isHeard(id) || runs.get(id)?.status().running === true,
    letGo: (id) => analyst.forget(id),
  })
  const recall = createRecall({
    sources: {
      imported: async () => hostedMemories(world, (await books.memoryFiles.read()).state),
      documents: () => books.pages(({ confirmed }) => confirmed),
    },
    host: world.memory,
    digest: world.digest,
    pause: world.pause,
  })
  if (world.coordination.shared)
    followOthers(books, world, {
      heard: () => news.heard(),
      async read(page, isNew) {
        if (isNew) recall.documentGrown(await page.entries(), null, page.state)
        else recall.memoriesChanged()
      },
      missed: () => recall.memoriesChanged(),
    })
  const counts = createKeptCounts({ ...world, ...books, noteChange: () => books.outlines.noteChange() })
  const tellTerms = createTermNews({
    news,
    analyst,
    stateOf: (id) => books.document(id).peek()?.state ?? null,
    pause: world.pause,
    report: (fault) => world.report(fault),
  })

  return {
    ...books,
    id: world.coordination.shared ? world.newId() : '',
    world,
    turns,
    news,
    recall,
    ledger: createEngineLedger(world, turns),
    analyst,
    signedTexts: new WeakMap(),
    statuses: new WeakMap(),
    standings: new Map(),
    counts,
    runs,
    questionRuns: new Map(),
    elsewhere: createRunsElsewhere(world.coordination, news, runs),
    siteFolders: new Map(),
    bell,
  }
}

/** Imported memories as the host holds them, with their priorities as ranks. */
function hostedMemories(world: World, memories: readonly ImportedMemory[]): readonly HostedMemory[] {
  return memories.map(({ id, parts, changes, penalty, priority }) => {
    const size = sizeOfMemory({ parts })
    return { id, name: `${id}-${size}`, size, pairs: () => memoryPairs(world, parts), changes, penalty, rank: priority }
  })
}
