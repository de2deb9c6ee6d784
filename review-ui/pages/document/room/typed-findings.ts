import { useSyncExternalStore } from 'react'
import type { Finding } from '../../../../src/model/finding.ts'

/** What stands in the editor at this moment, and what the checks say of it. */
export interface Typed {
  readonly findings: readonly Finding[]
  readonly target: string
}

/** Holds it apart from the page, so that a key press draws anew only what shows it. */
export interface TypedCell {
  get(): Typed | null
  set(typed: Typed | null): void
  subscribe(listener: () => void): () => void
}

export function createTypedCell(): TypedCell {
  let typed: Typed | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => typed,
    set(next) {
      typed = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useTyped(cell: TypedCell): Typed | null {
  return useSyncExternalStore(cell.subscribe, cell.get)
}
