import { diffArrays } from 'diff'
import type { Inline } from '../model/inline.ts'
import type { Rewording, SegmentState, Written } from '../model/state.ts'

/**
 * Who wrote which words of a text. An edit is compared with the text before it: new words are the editor's, words that
 * stay are whose they were, and whoever took words out or changed the marks around one has part in the word beside. So
 * authors are those whose work is in the text, and whoever's words are gone is none. The words are part of the fold:
 * the same journal must give the same authors everywhere.
 */

/** A text with its words, codes among them, and what stands before each and after the last. */
interface Words {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu

/** Most insertions and deletions that are told apart. Beyond, everyone concerned has part in the whole text. */
const mostEdits = 1000

export function wordsOf(target: Inline): Words {
  const words: string[] = []
  const gaps: string[] = []
  let gap = ''
  const add = (word: string) => {
    words.push(word)
    gaps.push(gap)
    gap = ''
  }
  for (const part of target) {
    if (typeof part !== 'string') {
      add(`${part.type} ${part.id} ${part.data}`)
      continue
    }
    let end = 0
    for (const match of part.matchAll(wordPattern)) {
      gap += part.slice(end, match.index)
      add(match[0])
      end = match.index + match[0].length
    }
    gap += part.slice(end)
  }
  return { words, gaps: [...gaps, gap] }
}

/** Who has written what after a person has made `target` of a text. */
export function rewrite(before: Pick<Rewording, 'target' | 'written'>, target: Inline, editor: string): Written[] {
  const [old, now] = [wordsOf(before.target), wordsOf(target)]
  const owners = before.written.flatMap(({ words, by }) => Array.from({ length: words }, () => by))
  const ownersOf = (index: number): readonly string[] => owners[index] ?? []
  const changes = diffArrays([...old.words], [...now.words], { maxEditLength: mostEdits })
  if (changes === undefined) {
    return inRuns(now.words.map(() => before.written.reduce(withAll, [editor])))
  }
  const moved = removedWords(changes, ownersOf)
  const result: (readonly string[])[] = []
  let index = 0
  let removed = false
  let added = false
  for (const change of changes) {
    if (change.removed) {
      index += change.value.length
      removed = true
    } else if (change.added) {
      for (const word of change.value) result.push(withAuthors([editor], moved.get(word) ?? []))
      added = true
    } else {
      for (const [place] of change.value.entries()) {
        const isBesideRemoval = place === 0 && removed && !added
        const isMarked = isBesideRemoval || old.gaps[index] !== now.gaps[result.length]
        result.push(isMarked ? withAuthors(ownersOf(index), [editor]) : ownersOf(index))
        index += 1
      }
      removed = false
      added = false
    }
  }
  const endChanged = (removed && !added) || old.gaps.at(-1) !== now.gaps.at(-1)
  const last = result.pop()
  if (last !== undefined) result.push(endChanged ? withAuthors(last, [editor]) : last)
  return inRuns(result)
}

/** Words that were taken out: they stay their authors' where they come back in another place. */
function removedWords(
  changes: readonly { readonly removed: boolean; readonly added: boolean; readonly value: readonly string[] }[],
  ownersOf: (index: number) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const moved = new Map<string, readonly string[]>()
  let index = 0
  for (const { removed, added, value } of changes) {
    if (added) continue
    for (const word of value) {
      if (removed) moved.set(word, withAuthors(moved.get(word) ?? [], ownersOf(index)))
      index += 1
    }
  }
  return moved
}

/** The members of a segment that an edit changes. Whoever leaves no words at all is the author of that. */
export function editedBy(
  { target, written = [], authors, reworded }: SegmentState,
  words: Inline,
  editor: string,
): Pick<SegmentState, 'target' | 'written' | 'authors' | 'reworded'> {
  // Edits of one person one after the other, as they are saved during typing, are one edit of the text before them.
  const goesOn = reworded !== undefined && (reworded.by === null || reworded.by === editor)
  const before = goesOn ? reworded : { target, written, authors }
  const result = rewrite(before, words, editor)
  const writers = result.reduce(withAll, [])
  const present = result.length === 0 ? [editor] : writers
  const ofOthers = before.authors.some((author) => author !== editor)
  return {
    target: words,
    written: result,
    authors: [
      ...before.authors.filter((author) => present.includes(author)),
      ...present.filter((author) => !before.authors.includes(author)),
    ],
    ...(ofOthers && {
      reworded: { by: editor, target: before.target, written: before.written, authors: before.authors },
    }),
  }
}

/** Words that all these people stand for together, as where confirmed words are put in another place. */
export function writtenBy(target: Inline, by: readonly string[]): readonly Written[] {
  const { words } = wordsOf(target)
  return words.length === 0 ? [] : [{ words: words.length, by }]
}

/** Both texts one after the other. */
export function joinedWriting([first, second]: readonly [
  Pick<Rewording, 'target' | 'written'>,
  Pick<Rewording, 'target' | 'written'>,
]): readonly Written[] {
  return inRuns(
    [first, second].flatMap(({ target, written }) => {
      const owners = written.flatMap(({ words, by }) => Array.from({ length: words }, () => by))
      return wordsOf(target).words.map((_word, index) => owners[index] ?? [])
    }),
  )
}

function inRuns(owners: readonly (readonly string[])[]): Written[] {
  const runs: { words: number; readonly by: readonly string[] }[] = []
  for (const by of owners) {
    const last = runs.at(-1)
    if (last !== undefined && samePeople(last.by, by)) last.words += 1
    else runs.push({ words: 1, by })
  }
  return runs
}

function samePeople(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((person) => b.includes(person)))
}

function withAuthors(some: readonly string[], more: readonly string[]): readonly string[] {
  const others = more.filter((person) => !some.includes(person))
  return others.length === 0 ? some : [...some, ...others]
}

function withAll(some: readonly string[], { by }: Written): readonly string[] {
  return withAuthors(some, by)
}
