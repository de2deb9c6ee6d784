import { membersOf } from '../../../../src/model/names.ts'
import { recall, remember, rememberedNames } from '../../../shell/remember.ts'
import { type KeptWords, setAside } from '../logic/set-aside-words.ts'

/** What this browser keeps of one person's words in one document that the server does not have. */
export interface LocalWords {
  /** Words given up for another's, or of a segment that is no more; the latest last. */
  aside(): readonly KeptWords[]
  layAside(segment: string, text: string): void
  /** The segments that an earlier visit left unsaved, with their words. */
  unsaved(): readonly (readonly [string, Unsaved])[]
  /** Null forgets it. */
  keepUnsaved(segment: string, words: Unsaved | null): void
}

export interface Unsaved {
  readonly text: string
  /** What the server held, and the version of the segment it held it at. */
  readonly saved: string
  readonly base: number
}

export function localWords(document: string, person: string): LocalWords {
  const asideName = `aside.${person}.${document}`
  const unsavedPrefix = `unsaved.${person}.${document}.`
  const unsavedName = (segment: string) => `${unsavedPrefix}${segment}`
  let words: readonly KeptWords[] = keptIn(parsed(recall(asideName)))
  return {
    aside: () => words,
    layAside(segment, text) {
      if (text.trim() === '') return
      words = setAside(words, { segment, text, at: new Date().toISOString() })
      remember(asideName, JSON.stringify(words))
    },
    unsaved: () =>
      rememberedNames(unsavedPrefix).flatMap((name) => {
        const words = unsavedIn(parsed(recall(name)))
        return words === null ? [] : [[name.slice(unsavedPrefix.length), words] as const]
      }),
    keepUnsaved: (segment, unsaved) => remember(unsavedName(segment), unsaved && JSON.stringify(unsaved)),
  }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}

function keptIn(value: unknown): readonly KeptWords[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((words: unknown) => {
    const { segment, text, at } = membersOf(words)
    return typeof segment === 'string' && typeof text === 'string' && typeof at === 'string'
      ? [{ segment, text, at }]
      : []
  })
}

function unsavedIn(value: unknown): Unsaved | null {
  const { text, saved, base } = membersOf(value)
  return typeof text === 'string' && typeof saved === 'string' && typeof base === 'number'
    ? { text, saved, base }
    : null
}
