import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { DocumentMessage, WebhookKind } from '../../model/outbox.ts'
import type { Digest } from '../../ports/world.ts'
import { touchesSigned } from '../covered.ts'

/** How far a journal was walked, and what of it the next entries are told by. */
export interface Walk {
  readonly sequence: number
  readonly title: string
  readonly signed: boolean
  /** The number of the release that the present signature was published in; 0 if it was in none. */
  readonly release: number
}

export const walkStart: Walk = { sequence: 0, title: '', signed: false, release: 0 }

/**
 * Confirmed sentences are told together: when nobody has confirmed one for `quiet` milliseconds, when the first of them is
 * `longest` milliseconds old, or when something else of the document is told.
 */
export const bundling = { quiet: 60_000, longest: 10 * 60_000 } as const

export interface Told {
  readonly messages: readonly DocumentMessage[]
  /** Up to where everything is in messages. */
  readonly walk: Walk
  /** When the confirmed sentences that are left are to be told; null if there are none. */
  readonly due: string | null
}

interface Bundle {
  readonly before: Walk
  readonly first: Entry<DocumentEvent>
  last: Entry<DocumentEvent>
  readonly segments: Set<string>
  readonly by: Set<string>
}

/**
 * What the entries of a document come to as messages. Entries up to `already` are in messages that were made before. `now`
 * is an instant; null tells what is left at once.
 */
export function messagesOf(
  document: string,
  from: Walk,
  entries: readonly Entry<DocumentEvent>[],
  { already, now, digest }: { readonly already: number; readonly now: string | null; readonly digest: Digest },
): Told {
  const messages: DocumentMessage[] = []
  let walk = from
  let bundle: Bundle | null = null

  function tell(kind: WebhookKind, entry: Entry<DocumentEvent>, more: Partial<DocumentMessage> = {}): void {
    const { sequence } = entry
    const range = { from: sequence, to: sequence, ...more }
    messages.push({
      id: `msg_${digest(`${document} ${kind} ${range.from} ${range.to}`).slice(0, 32)}`,
      kind,
      document,
      title: walk.title,
      at: entry.at,
      by: [entry.by],
      ...range,
    })
  }

  function flush(): void {
    if (bundle === null) return
    const { first, last, segments, by } = bundle
    tell('sentences.confirmed', last, { from: first.sequence, by: [...by], sentences: segments.size })
    bundle = null
  }

  for (const entry of entries) {
    if (entry.sequence <= walk.sequence) continue
    const next = walkAfter(walk, entry)
    if (entry.sequence > already) {
      const kind = kindOf(walk, entry.event)
      if (kind !== null) {
        flush()
        walk = { ...walk, title: next.title }
        const release = releaseIn(entry.event)
        tell(kind, entry, release === null ? {} : { release })
      }
      const segment = confirmedIn(entry.event)
      if (segment !== null) {
        bundle ??= { before: walk, first: entry, last: entry, segments: new Set(), by: new Set() }
        bundle.last = entry
        bundle.segments.add(segment)
        bundle.by.add(entry.by)
      }
      if (kind !== null) flush()
    }
    walk = next
  }
  if (bundle === null) return { messages, walk, due: null }
  const due = dueOf(bundle)
  // A bundle that is due later than any can be was begun by a clock that has been put back since.
  const isEarly = now !== null && now < due && Date.parse(due) - Date.parse(now) <= bundling.longest
  if (isEarly) return { messages, walk: bundle.before, due }
  flush()
  return { messages, walk, due: null }
}

function dueOf({ first, last }: Bundle): string {
  const due = Math.min(Date.parse(last.at) + bundling.quiet, Date.parse(first.at) + bundling.longest)
  return new Date(due).toISOString()
}

/** What an entry is told as by itself; null for one that is not, or is told with others. */
function kindOf({ signed }: Walk, event: DocumentEvent): WebhookKind | null {
  switch (event.type) {
    case 'document-imported':
      return 'document.imported'
    case 'document-signed':
      return 'document.signed'
    case 'document-released':
      return 'document.published'
    case 'release-withdrawn':
      return 'release.withdrawn'
    default:
      return signed && touchesSigned(event) ? 'document.unsigned' : null
  }
}

function releaseIn(event: DocumentEvent): number | null {
  if (event.type === 'document-released') return event.release.number
  return event.type === 'release-withdrawn' ? event.number : null
}

function confirmedIn(event: DocumentEvent): string | null {
  switch (event.type) {
    case 'segment-translated':
    case 'segment-propagated':
    case 'segment-revised':
    case 'segment-revised-again':
    case 'wording-accepted':
      return event.segment
    default:
      return null
  }
}

function walkAfter(walk: Walk, { sequence, event }: Entry<DocumentEvent>): Walk {
  const { title, signed, release } = walk
  switch (event.type) {
    case 'document-imported':
    case 'source-replaced':
      return { sequence, title: event.document.title, signed: false, release }
    case 'document-signed':
      return { sequence, title, signed: true, release: 0 }
    case 'document-released':
      return { sequence, title, signed, release: event.release.number }
    case 'release-withdrawn':
      return { sequence, title, signed: signed && event.number !== release, release }
    default:
      return { sequence, title, signed: signed && !touchesSigned(event), release }
  }
}
