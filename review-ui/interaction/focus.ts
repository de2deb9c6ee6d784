import { type RefObject, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { placeAfter } from '../keys/keys.ts'

/** Everything here moves the focus without scrolling: what has to come into sight is brought there by who knows why. */
const quietly = { preventScroll: true }

/** A ref for what takes the focus as soon as it is drawn. */
export const focusOnArrival = (element: HTMLElement | null) => element?.focus(quietly)

/** Whether nothing has the focus: what had it is gone from the page. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** Runs a task once what was changed just now is drawn: then the element it is about is there. */
export function useOnceDrawn(): (task: () => void) => void {
  const pending = useRef<(() => void) | null>(null)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const task = pending.current
    pending.current = null
    // After React's own work: an input event during it would have React put the old value of a field back, and the
    // browser could not undo what the task typed.
    if (task) queueMicrotask(task)
  })
  return useCallback((task) => {
    pending.current = task
    draw()
  }, [])
}

/** Gives the focus to `fallback` where a change of `cause` took away what had it. */
export function useFocusRescue(cause: unknown, fallback: () => void): void {
  const latest = useRef(fallback)
  latest.current = fallback
  const before = useRef(cause)
  useEffect(() => {
    if (before.current !== cause && isFocusLost()) latest.current()
    before.current = cause
  }, [cause])
}

/** Gives the focus, once it is drawn so, to the first field of a form or fieldset that is marked as wrong. */
export function useFocusOnWrong(form: RefObject<HTMLFormElement | HTMLFieldSetElement | null>): () => void {
  const onceDrawn = useOnceDrawn()
  return () =>
    onceDrawn(() => {
      const fields = [...(form.current?.elements ?? [])]
      const wrong = fields.find((field) => field.getAttribute('aria-invalid') === 'true')
      if (wrong instanceof HTMLElement) wrong.focus()
    })
}

/** The elements of a list by what they stand for, so that the focus can be moved among them. */
export interface FocusList<Key> {
  /** The ref of an element; the same function for the same key, so that memoised rows are not drawn anew. */
  readonly ref: (key: Key) => (element: HTMLElement | null) => void
  /** Whether there was such an element. */
  readonly focus: (key: Key | undefined) => boolean
  /** Brings the entry of the list that it stands in into the middle of what is in sight. */
  readonly reveal: (key: Key) => void
  /** What an element stands for; undefined for one that is not of the list. */
  readonly keyOf: (element: EventTarget | null) => Key | undefined
}

function createFocusList<Key>(): FocusList<Key> {
  const elements = new Map<Key, HTMLElement>()
  const refs = new Map<Key, (element: HTMLElement | null) => void>()
  return {
    ref(key) {
      const known = refs.get(key)
      if (known !== undefined) return known
      const ref = (element: HTMLElement | null) => {
        if (element === null) elements.delete(key)
        else elements.set(key, element)
      }
      refs.set(key, ref)
      return ref
    },
    focus(key) {
      const element = key === undefined ? undefined : elements.get(key)
      element?.focus()
      return element !== undefined
    },
    reveal(key) {
      const element = elements.get(key)
      ;(element?.closest('li') ?? element)?.scrollIntoView({ block: 'center' })
    },
    keyOf(element) {
      for (const [key, other] of elements) if (other === element) return key
      return undefined
    },
  }
}

export function useFocusList<Key>(): FocusList<Key> {
  const [list] = useState(createFocusList<Key>)
  return list
}

interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The index an arrow key, Home or End leads to from `at`: -1 or the length where it leads out, undefined for any other key. */
export function indexAfter(press: KeyPress, at: number, length: number): number | undefined {
  if (at < 0 || press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return undefined
  return placeAfter(press.key, at, length)
}
