import { namesOf } from '../../../../src/model/names.ts'
/** The members in which what was edited differs from what is saved. */
export function changesIn<T extends object>(saved: T, edits: Partial<T>): Partial<T> {
  const changes: Partial<T> = {}
  for (const name of namesOf(edits)) {
    if (JSON.stringify(edits[name]) !== JSON.stringify(saved[name])) changes[name] = edits[name]
  }
  return changes
}
