import { jsonInPage } from '../json-element.ts'
import type { ReviewAnswers } from '../record.ts'

/** What the reviewer has written so far, and whether the file that holds it was saved since. */
export interface Answers {
  of(id: string): ReviewAnswers[string]
  /** An empty text takes back what was written. */
  write(id: string, part: 'english' | 'comment', text: string): void
  counts(): { readonly english: number; readonly comment: number }
  json(): string
  isSaved(): boolean
  saved(): void
}

/**
 * The answers in an element of the page, which a browser saves with it, and in the storage of the browser, for one that
 * is closed before it saved: `restored` is told where that storage has something.
 */
export function openAnswers(element: HTMLElement, name: string, restored: () => void): Answers {
  const inFile = element.textContent ?? '{}'
  const kept = read(name)
  const written: Record<string, ReviewAnswers[string]> = JSON.parse(kept ?? inFile)
  let isSaved = kept === null
  if (!isSaved) restored()

  function keep(): void {
    element.textContent = jsonInPage(written)
    try {
      if (isSaved) localStorage.removeItem(name)
      else localStorage.setItem(name, jsonInPage(written))
    } catch {
      // A browser may refuse storage to a file; the file itself has what was written.
    }
  }

  return {
    of: (id) => written[id] ?? {},
    write(id, part, text) {
      const { [part]: _, ...rest } = written[id] ?? {}
      const now = text.trim() === '' ? rest : { ...rest, [part]: text }
      if (Object.keys(now).length === 0) delete written[id]
      else written[id] = now
      isSaved = false
      keep()
    },
    counts() {
      const all = Object.values(written)
      const count = (part: 'english' | 'comment') => all.filter((one) => one[part] !== undefined).length
      return { english: count('english'), comment: count('comment') }
    },
    json: () => jsonInPage(written),
    isSaved: () => isSaved,
    saved() {
      isSaved = true
      keep()
    },
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
