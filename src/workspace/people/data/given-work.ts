import type { Assignment } from '../../../model/assignment.ts'
import type { Entry } from '../../../model/event.ts'

/** Work that a person was given. `until` is when it was ended or handed over; null while it is theirs. */
export interface GivenWork {
  readonly document: string
  readonly id: string
  readonly step: Assignment['step']
  readonly segments?: readonly string[]
  readonly since: string
  readonly due: string | null
  readonly until: string | null
}

/** Follows the assignments of one document, and gives those that a person has or had. */
export function followWork(document: string, person: string) {
  const assignments = new Map<string, Assignment>()
  const given: GivenWork[] = []
  /** Where the work that the person has now stands in the list, by assignment. */
  const present = new Map<string, number>()

  function give({ id, step, segments, due }: Assignment, since: string): void {
    present.set(id, given.length)
    given.push({ document, id, step, ...(segments && { segments }), since, due, until: null })
  }

  function alter(id: string, change: Partial<GivenWork>): void {
    const at = present.get(id)
    const work = at === undefined ? undefined : given[at]
    if (at !== undefined && work) given[at] = { ...work, ...change }
  }

  function end(id: string, until: string): void {
    alter(id, { until })
    present.delete(id)
  }

  function note({ at, event }: Entry): void {
    if (event.type === 'work-assigned') {
      assignments.set(event.assignment.id, event.assignment)
      if (event.assignment.person === person) give(event.assignment, at)
    }
    if (event.type === 'assignment-changed') {
      const before = assignments.get(event.assignment)
      if (before === undefined) return
      const after = { ...before, person: event.person, due: event.due }
      assignments.set(event.assignment, after)
      if (event.person !== person) end(event.assignment, at)
      else if (present.has(event.assignment)) alter(event.assignment, { due: event.due })
      else give(after, at)
    }
    if (event.type === 'assignment-ended') end(event.assignment, at)
  }

  return { note, given }
}
