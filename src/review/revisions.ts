import { segmentPlaces } from '../model/document.ts'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { plain } from '../model/inline.ts'
import type { Revision, RevisionReason } from '../model/revision.ts'
import type { DocumentState } from '../model/state.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { advance } from './fold.ts'
import { segmentsNamed } from './segments.ts'

/** Whose changes, by an id, and from which instant to which; whatever is absent is open. */
export interface RevisionChoice {
  readonly by?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

interface Open {
  readonly by: string
  readonly from: string
  readonly at: string
  readonly period: number
  readonly source: string
  readonly before: string
  readonly after: string
  readonly why: readonly RevisionReason[]
}

/** Everything that people changed in a document, in reading order and then in time, from its entries alone. */
export function revisionsOf(entries: readonly Entry<DocumentEvent>[], choice: RevisionChoice): readonly Revision[] {
  return atOnce(revisionsSteps(entries, choice))
}

/** The same, an entry a step. */
export function* revisionsSteps(
  entries: readonly Entry<DocumentEvent>[],
  { by, from, to }: RevisionChoice,
): Steps<readonly Revision[]> {
  const open = new Map<string, Open>()
  const said = new Map<string, readonly RevisionReason[]>()
  const done: (Open & { readonly segment: string })[] = []
  const close = (segment: string) => {
    const change = open.get(segment)
    open.delete(segment)
    if (change !== undefined && change.before !== '' && change.before !== change.after)
      done.push({ ...change, segment })
  }
  // As instants: an address may give one without its seconds.
  const [first, last] = [
    from === undefined ? -Infinity : Date.parse(from),
    to === undefined ? Infinity : Date.parse(to),
  ]
  const periodOf = (at: number) => (at < first ? 0 : at > last ? 2 : 1)
  let state: DocumentState | null = null
  for (const entry of entries) {
    const before: DocumentState | null = state
    state = advance(before, [entry])
    for (const id of before === null ? [] : segmentsNamed(entry.event)) {
      if (answersFor(entry.event)) close(id)
      const change = open.get(id)
      const reason = reasonOf(entry, before, id)
      if (reason !== null && change?.by === entry.by && entry.event.type === 'comment-added') {
        open.set(id, { ...change, why: [...change.why, reason] })
      } else if (reason !== null) said.set(id, [...(said.get(id) ?? []), reason])
      const texts = textsAt(before, state, id)
      if (texts === null) continue
      const period = periodOf(Date.parse(entry.at))
      if (change !== undefined && (change.by !== entry.by || change.period !== period)) close(id)
      if (texts === 'another' || entry.event.type === 'segment-drafted' || entry.by === 'system') {
        close(id)
        continue
      }
      const going = open.get(id)
      const why = [...(going?.why ?? []), ...(said.get(id) ?? [])]
      said.delete(id)
      open.set(id, {
        ...(going ?? { by: entry.by, from: entry.at, before: texts.before }),
        source: texts.source,
        after: texts.after,
        at: entry.at,
        period,
        why,
      })
    }
    yield
  }
  for (const id of [...open.keys()]) close(id)
  return inOrder(
    done.filter((change) => change.period === 1 && (by === undefined || change.by === by)),
    state,
  )
}

/** Whether somebody has judged the text as it is: what is written after that is another change, by the same person too. */
function answersFor({ type }: DocumentEvent): boolean {
  return judging.has(type)
}

const judging: ReadonlySet<DocumentEvent['type']> = new Set([
  'segment-returned',
  'segment-revised',
  'segment-revised-again',
  'wording-accepted',
])

/** The text of a segment before an entry and after; null where it is the same, `another` where the segment is. */
function textsAt(
  before: DocumentState | null,
  after: DocumentState | null,
  id: string,
): { readonly source: string; readonly before: string; readonly after: string } | 'another' | null {
  const [was, is] = [before?.segments.get(id), after?.segments.get(id)]
  if (was === undefined || is === undefined) return 'another'
  if (was.target === is.target) return null
  return { source: plain(is.source), before: plain(was.target), after: plain(is.target) }
}

/** What an entry says of a segment: why it was sent back, a comment, or why something was suggested that is taken now. */
function reasonOf(
  { event, by, at }: Entry<DocumentEvent>,
  state: DocumentState | null,
  id: string,
): RevisionReason | null {
  if (event.type === 'segment-returned') return { kind: 'returned', by, at, text: event.reason }
  if (event.type === 'comment-added') return { kind: 'comment', by, at, text: event.text }
  if (event.type !== 'segment-edited' || event.taken === undefined) return null
  const taken = state?.segments.get(id)?.suggestions?.find((suggestion) => event.taken?.includes(suggestion.id))
  return taken === undefined ? null : { kind: 'suggestion', by: taken.by, at: taken.at, text: taken.text ?? '' }
}

function inOrder(
  changes: readonly (Open & { readonly segment: string })[],
  state: DocumentState | null,
): readonly Revision[] {
  if (state === null) return []
  const { places } = segmentPlaces(state.document.blocks)
  return changes
    .map(({ period: _period, ...change }): Revision => {
      const place = places.get(change.segment)
      const now = state.segments.get(change.segment)
      return {
        ...change,
        number: place === undefined ? null : place + 1,
        stands: now !== undefined && plain(now.target) === change.after,
      }
    })
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
