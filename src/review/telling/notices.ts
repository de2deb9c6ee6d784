import type { Assignment } from '../../model/assignment.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Notice, NoticeKind } from '../../model/notice.ts'
import type { Person } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import type { Digest } from '../../ports/world.ts'
import { inPlaceOf, type Present } from '../assignments.ts'
import { touchesSigned } from '../covered.ts'
import { applyEntry } from '../fold.ts'
import { revisionStamps } from '../four-eyes.ts'

/** Whom a notice is for. `away`: somebody stands in for them, so that it only waits for them. */
export interface Recipient {
  readonly person: string
  readonly away?: true
}

/** A notice with the people whom it concerns, before anybody's choices. */
export interface MeantNotice {
  readonly notice: Notice
  readonly for: readonly Recipient[]
}

/** Who there is and which day it is in the office: what tells who stands in for whom. */
export interface OfficeToday {
  readonly people: Present
  readonly day: string
}

interface Telling extends OfficeToday {
  readonly digest: Digest
}

/** What one entry tells, before it has an id and is put together with others. */
interface Said {
  readonly kind: NoticeKind
  readonly for: readonly Recipient[]
  readonly more?: Pick<Notice, 'segment' | 'step' | 'due' | 'release'>
}

/**
 * What the entries of a document that follow `before` tell whom. Several sentences that one person did the same with, one
 * after the other, for the same people, are one notice. Nobody is told of what they did themselves.
 */
export function noticesOf(
  before: DocumentState | null,
  entries: readonly Entry<DocumentEvent>[],
  { digest, ...office }: Telling,
): { readonly notices: readonly MeantNotice[]; readonly state: DocumentState | null } {
  const notices: MeantNotice[] = []
  let state = before
  for (const entry of entries) {
    const after = applyEntry(state, entry)
    for (const said of state === null ? [] : saidBy(state, after, entry, office)) {
      const to = said.for.filter(({ person }) => person !== entry.by)
      if (to.length > 0) add(notices, meant({ ...said, for: to }, entry, after.document.id, digest), digest)
    }
    state = after
  }
  return { notices, state }
}

/** Whether an entry can tell anybody anything. `wasSigned`: whether the document was ever signed. */
export function mayTell({ event }: Entry<DocumentEvent>, wasSigned: boolean): boolean {
  switch (event.type) {
    case 'work-assigned':
    case 'assignment-changed':
    case 'segment-returned':
    case 'suggestion-made':
    case 'suggestion-left':
    case 'document-signed':
    case 'document-released':
    case 'release-withdrawn':
      return true
    case 'comment-added':
      return event.mentions !== undefined
    default:
      return ('taken' in event && event.taken !== undefined) || (wasSigned && touchesSigned(event))
  }
}

function meant(
  { kind, for: to, more }: Said,
  { sequence, at, by }: Entry<DocumentEvent>,
  document: string,
  digest: Digest,
): MeantNotice {
  const notice = { kind, document, from: sequence, to: sequence, at, by: /^(system|provider)$/.test(by) ? null : by }
  return { notice: { id: idOf(notice, digest), ...notice, ...more }, for: to }
}

function idOf(notice: Pick<Notice, 'kind' | 'document' | 'from' | 'to'>, digest: Digest): string {
  const { kind, document, from, to } = notice
  return `ntc_${digest(`${document} ${kind} ${from} ${to}`).slice(0, 32)}`
}

/** Adds a notice, or makes one of it and the last if both are of sentences and say the same. */
function add(notices: MeantNotice[], next: MeantNotice, digest: Digest): void {
  const last = notices.at(-1)
  if (last === undefined || !isMore(last, next)) {
    notices.push(next)
    return
  }
  const joined = { ...last.notice, to: next.notice.to, at: next.notice.at, count: (last.notice.count ?? 1) + 1 }
  notices[notices.length - 1] = { ...last, notice: { ...joined, id: idOf(joined, digest) } }
}

function isMore({ notice: a, for: to }: MeantNotice, { notice: b, for: alsoTo }: MeantNotice): boolean {
  const isOfSentences = a.segment !== undefined && b.segment !== undefined
  return isOfSentences && a.kind === b.kind && a.by === b.by && JSON.stringify(to) === JSON.stringify(alsoTo)
}

function saidBy(
  before: DocumentState,
  after: DocumentState,
  { event }: Entry<DocumentEvent>,
  office: OfficeToday,
): readonly Said[] {
  switch (event.type) {
    case 'work-assigned':
      return [assigned(event.assignment, office)]
    case 'assignment-changed': {
      const now = after.assignments?.find(({ id }) => id === event.assignment)
      return now === undefined ? [] : [assigned(now, office)]
    }
    case 'comment-added':
      return [{ kind: 'mentioned', for: recipients(event.mentions ?? []), more: { segment: event.segment } }]
    case 'segment-returned': {
      const to = recipients(peopleOf(before.segments.get(event.segment)))
      return [{ kind: 'returned', for: to, more: { segment: event.segment } }]
    }
    case 'suggestion-made': {
      const to = recipients(peopleOf(before.segments.get(event.segment)))
      return [{ kind: 'suggested', for: to, more: { segment: event.segment } }]
    }
    case 'document-signed':
      return [{ kind: 'signed', for: recipients(involvedIn(after)) }]
    case 'document-released':
      return [{ kind: 'published', for: recipients(involvedIn(after)), more: { release: event.release.number } }]
    case 'release-withdrawn':
      return [{ kind: 'withdrawn', for: recipients(involvedIn(after)), more: { release: event.number } }]
    default: {
      const wasSigned = before.signOff !== undefined && !before.touchedSinceSignOff
      const unsigned: readonly Said[] =
        wasSigned && after.touchedSinceSignOff ? [{ kind: 'unsigned', for: recipients(involvedIn(before)) }] : []
      return 'segment' in event ? [...settledIn(before, after, event.segment), ...unsigned] : unsigned
    }
  }
}

function assigned({ step, person, due }: Assignment, office: OfficeToday): Said {
  return { kind: 'assigned', for: doersOf({ step, person }, office), more: { step, ...(due !== null && { due }) } }
}

/** Who does some work: the person it was given to, and while they are away whoever stands in for them. */
function doersOf(
  { step, person }: Pick<Assignment, 'step' | 'person'>,
  { people, day }: OfficeToday,
): readonly Recipient[] {
  const acting = inPlaceOf(people, person, step, day)
  return acting === person ? [{ person }] : [{ person: acting }, { person, away: true }]
}

/** The suggestions for a sentence that were taken or left with an entry. */
function settledIn(before: DocumentState, after: DocumentState, segment: string): readonly Said[] {
  const open = (before.segments.get(segment)?.suggestions ?? []).filter(({ settled }) => settled === undefined)
  if (open.length === 0) return []
  const now = after.segments.get(segment)?.suggestions ?? []
  return open.flatMap(({ id, by }): readonly Said[] => {
    const how = now.find((one) => one.id === id)?.settled?.how
    if (how === undefined) return []
    return [{ kind: `suggestion-${how}`, for: [{ person: by }], more: { segment } }]
  })
}

/** Whose sentence it is: the people whose words it has, and who confirmed them. */
function peopleOf(segment: Pick<SegmentState, 'authors' | 'translated'> | undefined): readonly string[] {
  if (segment === undefined) return []
  return [...segment.authors, ...(segment.translated ? [segment.translated.by] : [])]
}

/** Whose document it is: who brought it, wrote, revised or signed it, or is asked to do something with it. */
function involvedIn(state: DocumentState): readonly string[] {
  const people = new Set([state.imported.by, ...(state.assignments ?? []).map(({ person }) => person)])
  for (const segment of state.segments.values()) {
    for (const person of segment.authors) people.add(person)
    if (segment.translated) people.add(segment.translated.by)
    for (const { by } of revisionStamps(segment)) people.add(by)
  }
  if (state.signOff) people.add(state.signOff.by)
  return [...people]
}

function recipients(people: readonly string[]): readonly Recipient[] {
  return [...new Set(people)].filter((id) => id !== 'system' && id !== 'provider').map((person) => ({ person }))
}

/** The notice that a document waits for a signature: for those who are asked to sign it, else for all who may. */
export function toSignNotice(
  { document, sequence, assignments = [] }: Pick<DocumentState, 'document' | 'sequence' | 'assignments'>,
  involved: ReadonlySet<string>,
  {
    people,
    day,
    singlePerson,
    at,
    digest,
  }: Telling & {
    readonly people: { readonly people: readonly Person[] }
    readonly singlePerson: boolean
    readonly at: string
  },
): MeantNotice {
  const asked = assignments.filter(({ step }) => step === 'sign')
  const able = people.people.filter(
    (one) => one.active && mayDo(one, 'sign') && (singlePerson || !involved.has(one.id)),
  )
  const to =
    asked.length > 0
      ? asked.flatMap((assignment) => doersOf(assignment, { people, day }))
      : able.map(({ id: person }) => ({ person }))
  const notice = { kind: 'to-sign', document: document.id, from: sequence, to: sequence, at, by: null } as const
  return { notice: { id: idOf(notice, digest), ...notice }, for: to }
}

/** Work that is not done, of a document. */
export interface OpenWork extends Pick<Assignment, 'id' | 'step' | 'person' | 'due'> {
  readonly document: string
  readonly sequence: number
}

/**
 * What a new day brings: work that is due today or tomorrow, told once, and work whose day has passed. `last` is the day
 * that was looked at before, empty for none: days on which nobody looked are made up for.
 */
export function dueNotices(
  work: readonly OpenWork[],
  last: string,
  { digest, at, ...office }: Telling & { readonly at: string },
): readonly MeantNotice[] {
  const { day } = office
  const before = last === '' ? dayBefore(day) : last
  return work.flatMap(({ id, document, sequence, step, person, due }): readonly MeantNotice[] => {
    if (due === null) return []
    const kind = isBetween(due, before, dayBefore(day)) ? 'overdue' : dueSoonKind(due, before, day)
    if (kind === null) return []
    const notice = { kind, document, from: sequence, to: sequence, at, by: null, step, due } as const
    const name = `ntc_${digest(`${document} ${kind} ${id} ${due}`).slice(0, 32)}`
    return [{ notice: { id: name, ...notice }, for: doersOf({ step, person }, office) }]
  })
}

function dueSoonKind(due: string, before: string, day: string): 'due-soon' | null {
  return due >= day && isBetween(dayBefore(due), dayAfter(before), day) ? 'due-soon' : null
}

function isBetween(day: string, from: string, until: string): boolean {
  return from <= day && day <= until
}

function dayBefore(day: string): string {
  return otherDay(day, -1)
}

function dayAfter(day: string): string {
  return otherDay(day, 1)
}

function otherDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
