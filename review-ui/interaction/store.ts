import { useSyncExternalStore } from 'react'

/** A value outside of React that components follow. */
export interface Store<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What a store holds, or something of it; drawn anew only when that changes. */
export function useStore<T>(store: Store<T>): T
export function useStore<T, Part>(store: Store<T>, pick: (value: T) => Part): Part
export function useStore<T>(store: Store<T>, pick: (value: T) => unknown = (value) => value): unknown {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()))
}
