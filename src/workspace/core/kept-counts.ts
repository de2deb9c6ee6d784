import { measureEdit } from '../../memory/post-edit.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { DocumentState } from '../../model/state.ts'
import { mapSteps, type Steps } from '../../model/steps.ts'
import type { Snapshots } from '../../ports/snapshots.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import {
  type Counted,
  type CountingOptions,
  countDocument,
  countEntry,
  countSteps,
  type DocumentCounts,
  notCounted,
  nothingCounted,
} from '../../review/counting/document-counts.ts'
import { monthsIn } from '../../review/counting/month.ts'
import type { DocumentShelf } from './document-shelf.ts'
import type { Outline } from './outline.ts'
import { joined, linesIn } from './snapshot-lines.ts'

/** What counts rest on beside the entries: the office's time zone, and whether one person may do everything. */
export interface CountingBasis {
  readonly timeZone: string
  readonly singlePerson: boolean
}

/**
 * The counts of all documents, each counted once from its journal and then entry by entry as it grows. Nobody waits for
 * all of them at once: whoever asks has some that are missing counted, and is told how many are left.
 */
export interface KeptCounts {
  /** Counts some of the documents that are not counted up to their outlines; resolves with how many of them are left. */
  prepare(outlines: readonly Outline[], basis: CountingBasis): Promise<number>
  /** The counts of a document; null as long as there are none, and for one that cannot be read. */
  of(id: string): DocumentCounts | null
  /** Takes what was appended to a document. */
  grown(added: readonly Entry<DocumentEvent>[], before: DocumentState | null, after: DocumentState): void
  /** Writes what is counted, so that the next start need not count it again. */
  write(): Promise<void>
}

/** What is known of a document up to an entry; `counts` is null where it cannot be read. */
interface Kept {
  readonly id: string
  readonly sequence: number
  readonly hash: string
  readonly counts: DocumentCounts | null
}

/** Goes up with every change of what is counted, or how. */
const countsVersion = 2
const snapshotName = 'counts'

/** So many entries are counted before whoever asks has an answer; a document is some whatever its length. */
const mostAtOnce = 4_000
const leastWeight = 10
/** Journals that are read at once: opening each waits for the disk. */
const together = 4
/** Entries that are read at once. */
const piece = 500
/** More entries at once, or all sentences of more blocks, are counted step by step when somebody asks. */
const mostGrown = 50
const mostBlocks = 1_000

const encoder = new TextEncoder()

interface Doors extends Pick<DocumentShelf, 'look' | 'forgetUnused'> {
  readonly snapshots: Snapshots
  readonly pause: Pause
  readonly report: (fault: unknown) => void
  /** Called when more has been counted. */
  readonly noteChange: () => void
}

export function createKeptCounts(doors: Doors): KeptCounts {
  const { snapshots, report, noteChange } = doors
  const kept = new Map<string, Kept>()
  let begun: { readonly key: string; readonly options: CountingOptions; readonly ready: Promise<void> } | undefined
  let counting: Promise<void> | undefined
  let changes = 0
  let written = 0

  function begin({ timeZone, singlePerson }: CountingBasis) {
    const key = JSON.stringify([countsVersion, timeZone, singlePerson])
    if (begun?.key === key) return begun
    const options = { monthOf: monthsIn(timeZone), measure: measureEdit, singlePerson }
    const takeUp = async () => {
      for (const one of await readKept(doors, key)) if (!kept.has(one.id)) kept.set(one.id, one)
    }
    const ready = begun === undefined ? takeUp().catch(report) : Promise.resolve()
    kept.clear()
    begun = { key, options, ready }
    return begun
  }

  function set(one: Kept): void {
    kept.set(one.id, one)
    changes += 1
  }

  const isMissing = ({ id, sequence, hash }: Outline) => {
    const known = kept.get(id)
    return known === undefined || known.sequence < sequence || (known.sequence === sequence && known.hash !== hash)
  }

  async function countSome(missing: readonly Outline[], options: CountingOptions): Promise<void> {
    const next = firstOf(missing).values()
    const work = async () => {
      for (const outline of next) {
        const one = await countWhole(doors, outline, options)
        if (begun?.options === options) set(one)
      }
    }
    await Promise.all(Array.from({ length: together }, work))
    // Once for all of them: each by itself would have everything written down while there is more to count.
    noteChange()
  }

  return {
    async prepare(outlines, basis) {
      const { options, ready } = begin(basis)
      await ready
      const missing = outlines.filter(isMissing)
      if (missing.length > 0) {
        counting ??= countSome(missing, options).finally(() => {
          counting = undefined
        })
        await counting
      }
      return missing.filter(isMissing).length
    },
    of: (id) => kept.get(id)?.counts ?? null,
    grown(added, before, after) {
      if (begun === undefined) return
      const { id } = after.document
      const known = kept.get(id)
      const isNext = before === null ? known === undefined : known?.hash === before.head
      if (!isNext || known?.counts === null) return
      const counted = { counts: known?.counts ?? nothingCounted, state: before }
      const counts = countGrown(counted, added, after, begun.options)
      if (counts) set({ id, sequence: after.sequence, hash: after.head, counts })
    },
    async write() {
      const present = changes
      if (begun === undefined || present === written) return
      await begun.ready
      await snapshots.write(snapshotName, await keptBytes(doors, begun.key, [...kept.values()]))
      written = present
    },
  }
}

/** What is known of all documents, a line each, below the key that it rests on. */
async function keptBytes({ pause }: Doors, key: string, kept: readonly Kept[]): Promise<Uint8Array> {
  const lines = mapSteps(kept, (one) => encoder.encode(`\n${JSON.stringify(one)}`))
  return joined([encoder.encode(key), ...(await inSlices(lines, pause))])
}

/** What was written under the same key; nothing else is read. */
async function readKept({ snapshots, pause }: Doors, key: string): Promise<readonly Kept[]> {
  const bytes = await snapshots.read(snapshotName)
  if (bytes === null) return []
  const lines = linesIn(bytes)
  if (lines.next().value !== key) return []
  return inSlices(parseSteps(lines), pause)
}

function* parseSteps(lines: Iterable<string>): Steps<readonly Kept[]> {
  const known: Kept[] = []
  for (const line of lines) {
    known.push(JSON.parse(line))
    yield
  }
  return known
}

/** As many as one who asks waits for. */
function firstOf(missing: readonly Outline[]): readonly Outline[] {
  let weight = 0
  return missing.filter(({ sequence }) => {
    if (weight >= mostAtOnce) return false
    weight += Math.max(sequence, leastWeight)
    return true
  })
}

/** Counts a document from its journal, piece by piece. What cannot be read is reported. */
async function countWhole(doors: Doors, { id, sequence, hash }: Outline, options: CountingOptions): Promise<Kept> {
  const { look, forgetUnused, pause, report } = doors
  try {
    let { counts, state }: Counted = notCounted
    // What comes meanwhile is counted too, unless it comes faster.
    for (let tries = 0; tries < 5; tries++) {
      const page = await look(id)
      const end = page.state?.sequence ?? 0
      if (state !== null && state.sequence >= end) break
      for (let at = state?.sequence ?? 0; at < end; at = state?.sequence ?? end) {
        const entries = await page.entries(at, piece)
        if (entries.length === 0) throw new Error(`the journal of document ${id} ends before entry ${end}`)
        ;({ counts, state } = await inSlices(countSteps(entries, options, { counts, state }), pause))
      }
    }
    return { id, sequence: state?.sequence ?? sequence, hash: state?.head ?? hash, counts }
  } catch (fault) {
    report(fault)
    return { id, sequence, hash, counts: null }
  } finally {
    forgetUnused(id)
  }
}

/** The counts after some more entries; null where these are better counted step by step, when somebody asks. */
function countGrown(
  { counts, state: before }: Counted,
  added: readonly Entry<DocumentEvent>[],
  after: DocumentState,
  options: CountingOptions,
): DocumentCounts | null {
  const [entry, ...more] = added
  const isLong = after.document.blocks.length > mostBlocks && added.some(({ event }) => isWhole(event))
  if (entry === undefined || added.length > mostGrown || isLong) return null
  if (more.length === 0) return countEntry(counts, options, { before, entry, after })
  return countDocument(added, options, { counts, state: before }).counts
}

/** Whether an event is counted sentence by sentence over the whole document. */
function isWhole({ type }: DocumentEvent): boolean {
  return (
    type === 'document-imported' ||
    type === 'source-replaced' ||
    type === 'document-signed' ||
    type === 'document-released'
  )
}
