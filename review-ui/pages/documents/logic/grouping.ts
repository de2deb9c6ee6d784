import type { DocumentSummary } from '../../../../src/contract/views/documents.ts'
import { comparable } from '../../../../src/language/text/fold.ts'
import type { Person } from '../../../../src/model/people.ts'

/** The parts of the list, in its order; a document stands in one of them. */
export const groups = ['mine', 'others', 'signed', 'archive'] as const
export type Group = (typeof groups)[number]

/** What waits for the reader is first, whatever else is true of it; what is put away is nowhere else. */
export function groupOf({ archived, mine, toSign, asked, signOff }: DocumentSummary): Group {
  if (archived !== null) return 'archive'
  if (mine > 0 || toSign || asked !== null) return 'mine'
  return signOff === 'signed' ? 'signed' : 'others'
}

/** The documents of each part: those sent back first, then what is due, then as they were signed, put away or changed last. */
export function groupsOf(documents: readonly DocumentSummary[]): Readonly<Record<Group, readonly DocumentSummary[]>> {
  const byGroup = Map.groupBy(documents, groupOf)
  const sorted = (group: Group) => (byGroup.get(group) ?? []).toSorted((a, b) => orderOf(a, b))
  return { mine: sorted('mine'), others: sorted('others'), signed: sorted('signed'), archive: sorted('archive') }
}

function orderOf(a: DocumentSummary, b: DocumentSummary): number {
  const sentBack = Number(b.returned !== null) - Number(a.returned !== null)
  const due = dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0
  return sentBack || due || Date.parse(timeOf(b)) - Date.parse(timeOf(a))
}

function timeOf({ archived, signOff, signedAt, changedAt }: DocumentSummary): string {
  if (archived !== null) return archived.at
  return signOff === 'signed' && signedAt !== null ? signedAt : changedAt
}

/** The first day on which the reader has to be done with something; what has no day comes after all others. */
function dueOf({ assignments }: DocumentSummary): string {
  const days = assignments.flatMap(({ mine, open, due }) => (mine && open > 0 && due !== null ? [due] : []))
  return days.sort()[0] ?? '9999'
}

/** Whose assignments are looked for: somebody's by their id; null: the reader's, and those for which they stand in. */
export interface Assignee {
  readonly person: string | null
}

export const reader: Assignee = { person: null }

/** Whether somebody has something in a document that is not done. */
export function isAssignedTo({ assignments }: DocumentSummary, { person }: Assignee): boolean {
  return assignments.some((one) => one.open > 0 && (person === null ? one.mine : one.person === person))
}

/** The people who have something that is not done: their names by their ids. */
export function assigneesOf(documents: readonly DocumentSummary[]): ReadonlyMap<string, string> {
  const all = documents.flatMap(({ assignments }) => assignments.filter(({ open }) => open > 0))
  return new Map(all.map(({ person, name }) => [person, name]))
}

/** The labels of all documents, in order, each with how many of those that are not put away have it. */
export function labelsOf(documents: readonly DocumentSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { labels, archived } of documents) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + (archived === null ? 1 : 0))
  }
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b, 'zh-CN')))
}

/** The labels that were typed: separated by commas, Chinese or English. */
export function typedLabels(text: string): readonly string[] {
  return text
    .split(/[,，、;；]/u)
    .map((label) => label.trim())
    .filter((label) => label !== '')
}

/** The documents that filter and search leave. */
export function shownOf(
  documents: readonly DocumentSummary[],
  filter: Group | 'all',
  query: string,
): readonly DocumentSummary[] {
  return documents.filter((document) => {
    const group = groupOf(document)
    const isShown = filter === 'all' ? group !== 'archive' : group === filter
    return isShown && (query.trim() === '' || answersSearch(document, query.trim()))
  })
}

/** Why a document stands where it does: what there is to do in it, by whom. */
export type Reason =
  | 'returned'
  | 'new'
  | 'confirm'
  | 'revise'
  | 'sign'
  | 'sign-again'
  | 'asked'
  | 'with-translator'
  | 'with-reviser'
  | 'with-approver'
  | 'published'
  | 'unpublished'
  | 'archived'

export function reasonOf(document: DocumentSummary, me: Pick<Person, 'roles'>): Reason {
  const { turns, toSign, mine, signOff, releases } = document
  switch (groupOf(document)) {
    case 'archive':
      return 'archived'
    case 'signed':
      return releases > 0 ? 'published' : 'unpublished'
    case 'others':
      if (turns.translator > 0) return 'with-translator'
      return turns.reviser > 0 ? 'with-reviser' : 'with-approver'
    case 'mine':
      if (toSign) return signOff === 'stale' ? 'sign-again' : 'sign'
      if (mine === 0) return 'asked'
      return me.roles.includes('translator') && turns.translator > 0 ? translatorsReason(document) : 'revise'
  }
}

function translatorsReason({ returned, drafts, states, segments }: DocumentSummary): Reason {
  if (returned !== null) return 'returned'
  const untouched = states.initial === segments && drafts.memory + drafts.machine + drafts.file === 0
  return untouched ? 'new' : 'confirm'
}

/** Whether every word that is searched for stands in the titles, the name, the labels, the file or the people of a document. */
export function answersSearch(document: DocumentSummary, query: string): boolean {
  const { title, english, name, labels, filename, importedBy, translators, revisers, approver, assignments } = document
  const assigned = assignments.map((assignment) => assignment.name)
  const people = [importedBy, ...translators, ...revisers, approver ?? '', ...assigned]
  const text = comparable([title, english, name, ...labels, filename, ...people].join('\n'))
  return comparable(query)
    .split(/\s+/u)
    .every((word) => text.includes(word))
}
