import type { TermHistoryView, TermsView } from '../../contract/views/terms.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { Entry, TermEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { permissions } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { type IncomingFile, readBy } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import type { PeopleState } from '../../review/people.ts'
import { addTerm as decideAddition, changeTerm as decideChange } from '../../terms/termbase/changes.ts'
import { planOn, type Termbase } from '../../terms/termbase/termbase.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { admit, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { wellFormed } from '../core/well-formed.ts'

/** All terms, retired ones included, with the person who changed each last. */
export async function listTerms(workspace: Workspace, actor: Person): Promise<TermsView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const { state } = await workspace.termbase.read()
  return inSlices(viewSteps(state, people), workspace.world.pause)
}

function* viewSteps(termbase: Termbase, people: PeopleState): Generator<void, TermsView> {
  const terms: Term[] = []
  const changes: Record<string, TermsView['changes'][string]> = {}
  for (const term of termbase.terms.values()) {
    terms.push(term)
    const change = termbase.changes.get(term.id)
    if (change) changes[term.id] = { at: change.at, name: nameOf(people, change.by), count: change.count }
    yield
  }
  return { terms, changes }
}

/** Adds a term. Everyone on the team may propose one; only a terminologist approves. */
export async function addTerm(
  workspace: Workspace,
  actor: Person,
  { term }: { readonly term: TermFields },
): Promise<{ readonly term: Term } | Refusal> {
  const people = await admit(workspace, actor, 'propose-term')
  if (isRefusal(people)) return people
  const held = people.people.find(({ id }) => id === actor.id)?.roles ?? []
  const entries = await workspace.termbase.write(
    actor.id,
    ({ state }) =>
      refusalOfTermCount(state.terms.size + 1) ??
      asEvents(decideAddition(state, wellFormed(term), workspace.world.newId(), held)),
  )
  return isRefusal(entries) ? entries : { term: termIn(entries) }
}

/** The refusal for more terms than a glossary can have. */
export function refusalOfTermCount(terms: number, most: number = countLimits.terms): Refusal | null {
  return terms <= most ? null : refuse('terms-too-many', { most: String(most) })
}

/** Changes, approves or retires a term. `base` is the number of its changes when it was read. */
export async function changeTerm(
  workspace: Workspace,
  actor: Person,
  { id, base, term }: { readonly id: string; readonly base: number; readonly term: TermFields },
): Promise<{ readonly term: Term } | Refusal> {
  const people = await admit(workspace, actor, 'decide-term')
  if (isRefusal(people)) return people
  const held = people.people.find((person) => person.id === actor.id)?.roles ?? []
  const entries = await workspace.termbase.write(actor.id, ({ state }) =>
    asEvents(decideChange(state, id, base, wellFormed(term), held)),
  )
  return isRefusal(entries) ? entries : { term: termIn(entries) }
}

/** The changes of a term, oldest first. */
export async function termHistory(
  workspace: Workspace,
  actor: Person,
  { id }: { readonly id: string },
): Promise<TermHistoryView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const { entries, state } = await workspace.termbase.read()
  if (!state.terms.has(id)) return refuse('term-unknown', { term: id })
  return {
    entries: (await entries()).flatMap((entry) => {
      const { event } = entry
      if (event.type !== 'term-added' && event.type !== 'term-changed') return []
      return event.term.id === id ? [{ ...entry, event, name: nameOf(people, entry.by) }] : []
    }),
  }
}

/**
 * Imports the shipped glossary into a termbase without entries, as the programme itself. Gives the number of terms
 * imported. A row that the rules refuse is a fault of the glossary, which is thrown.
 */
export async function loadGlossary(workspace: Workspace, file: IncomingFile): Promise<number | Refusal> {
  const read = await readBy(workspace.world.formats.glossaries, file)
  if (isRefusal(read)) return read
  const unread = read.rows.find((row) => row.type === 'unread')
  if (unread !== undefined) return refuse('file-malformed', { line: String(unread.at), column: '' })
  const rows = read.rows.filter((row) => row.type === 'term')
  const entries = await workspace.termbase.write('system', ({ state }) => {
    if (state.sequence > 0) return []
    const planned = planOn(state)
    return rows.map(({ fields }): TermEvent => {
      const event = decideAddition(planned.termbase, fields, workspace.world.newId(), permissions['decide-term'])
      if (isRefusal(event)) throw new Error(`${event.code}: ${fields.source[0]} ${JSON.stringify(event.params)}`)
      planned.take(event.term)
      return event
    })
  })
  return isRefusal(entries) ? entries : entries.length
}

function asEvents(event: TermEvent | Refusal): readonly TermEvent[] | Refusal {
  return isRefusal(event) ? event : [event]
}

function termIn([entry]: readonly Entry[]): Term {
  if (entry?.event.type !== 'term-added' && entry?.event.type !== 'term-changed') throw new Error('no term was written')
  return entry.event.term
}
