import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { DocumentState } from '../../model/state.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { type Outline, outlineAfter, outlineOf, sentenceSteps } from './outline.ts'
import type { Page } from './page.ts'

/** A document that cannot be read, and why. */
export interface UnreadableDocument {
  readonly id: string
  readonly fault: unknown
}

/** The outlines of all documents: each is worked out once, from its journal, and goes along with what is appended. */
export interface Outlines {
  /** Of all readable documents, in the order of their ids. The others are reported, and do not affect them. */
  all(): Promise<readonly Outline[]>
  /** The same without those that were deleted. */
  present(): Promise<readonly Outline[]>
  /** Those that cannot be read, as far as `all` knows. */
  unreadable(): Promise<readonly UnreadableDocument[]>
  /** Takes what was appended to a document. */
  grown(added: readonly Entry<DocumentEvent>[], before: DocumentState | null, after: DocumentState): void
  /** Begins with outlines that were worked out before. */
  begin(outlines: readonly Outline[]): void
  /** The next who asks for it has it worked out anew. */
  forget(id: string): void
  /** Whether there is one of a document. */
  has(id: string): boolean
  /** Counts what was worked out or has changed since the process began. */
  changes(): number
  /** Notes that more was worked out of a document. */
  noteChange(): void
}

/** A document with more blocks has no outline until somebody asks for one: it is worked out step by step then. */
const mostBlocks = 1_000

/** Journals that are read at once: opening each waits for the disk. */
const atOnce = 8

export function createOutlines({
  documents,
  look,
  pause,
  report,
}: {
  readonly documents: () => Promise<readonly string[]>
  readonly look: DocumentShelf['look']
  readonly pause: Pause
  readonly report: (fault: unknown) => void
}): Outlines {
  const outlines = new Map<string, Outline>()
  const faults = new Map<string, unknown>()
  /** The last entries that were appended here: an outline that was worked out meanwhile may not have them. */
  const ends = new Map<string, number>()
  let working: Promise<void> | undefined
  let changes = 0

  function set(outline: Outline): void {
    outlines.set(outline.id, outline)
    changes += 1
  }

  async function workOut(id: string): Promise<void> {
    try {
      for (let tries = 0; tries < 5; tries++) {
        const begun = await look(id)
        if (begun.state === null) return
        const { document, sequence } = begun.state
        const sentences = await inSlices(sentenceSteps(document), pause)
        // What came meanwhile mostly leaves the sentences as they are.
        const { state, ...page } = (ends.get(id) ?? 0) > sequence ? await look(id) : begun
        if (state?.document !== document) continue
        const outline = await outlineOf({ ...page, state } satisfies Page<DocumentState>, sentences)
        if (outlines.has(id)) return
        faults.delete(id)
        if (outline.sequence < (ends.get(id) ?? 0)) continue
        set(outline)
        return
      }
    } catch (fault) {
      faults.set(id, fault)
      report(fault)
    }
  }

  async function workOutMissing(): Promise<void> {
    const missing = (await documents()).filter((id) => !outlines.has(id)).values()
    const work = async () => {
      for (const id of missing) await workOut(id)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }

  function ready(): Promise<void> {
    working ??= workOutMissing().finally(() => {
      working = undefined
    })
    return working
  }

  async function all(): Promise<readonly Outline[]> {
    await ready()
    const ids = await documents()
    return ids.flatMap((id) => outlines.get(id) ?? [])
  }

  return {
    all,
    present: async () => (await all()).filter(({ deleted }) => !deleted),
    async unreadable() {
      await ready()
      return [...faults].map(([id, fault]) => ({ id, fault })).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    grown(added, before, after) {
      const { id } = after.document
      ends.set(id, after.sequence)
      const known = outlines.get(id)
      if (known === undefined && (before !== null || after.document.blocks.length > mostBlocks)) return
      // Another writer's entries may have been missed: then it is worked out anew.
      if (known !== undefined && known.sequence !== before?.sequence) outlines.delete(id)
      else set(outlineAfter(known ?? null, added, after))
    },
    begin(known) {
      for (const outline of known) if (!outlines.has(outline.id)) outlines.set(outline.id, outline)
    },
    forget(id) {
      outlines.delete(id)
    },
    has: (id) => outlines.has(id),
    changes: () => changes,
    noteChange() {
      changes += 1
    },
  }
}
