import { diffArrays } from 'diff'
import type { Inline } from '../model/inline.ts'
import type { Rewording, SegmentState, Taken, Written } from '../model/state.ts'

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

/** Who has written what after these people together have made `target` of a text. */
export function rewrite(
  before: Pick<Rewording, 'target' | 'written'>,
  target: Inline,
  editors: readonly string[],
): Written[] {
  const [old, now] = [wordsOf(before.target), wordsOf(target)]
  const owners = before.written.flatMap(({ words, by }) => Array.from({ length: words }, () => by))
  const ownersOf = (index: number): readonly string[] => owners[index] ?? []
  const changes = diffArrays([...old.words], [...now.words], { maxEditLength: mostEdits })
  if (changes === undefined) {
    return inRuns(now.words.map(() => before.written.reduce(withAll, editors)))
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
      for (const word of change.value) result.push(withAuthors(editors, moved.get(word) ?? []))
      added = true
    } else {
      for (const [place] of change.value.entries()) {
        const isBesideRemoval = place === 0 && removed && !added
        const isMarked = isBesideRemoval || old.gaps[index] !== now.gaps[result.length]
        result.push(isMarked ? withAuthors(ownersOf(index), editors) : ownersOf(index))
        index += 1
      }
      removed = false
      added = false
    }
  }
  const endChanged = (removed && !added) || old.gaps.at(-1) !== now.gaps.at(-1)
  const last = result.pop()
  if (last !== undefined) result.push(endChanged ? withAuthors(last, editors) : last)
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

type Edited = Pick<SegmentState, 'target' | 'written' | 'authors' | 'reworded' | 'taken'>

/** The members of a segment that an edit changes. Whoever leaves no words at all is the author of that. */
export function editedBy(segment: SegmentState, words: Inline, editor: string): Edited {
  const { target, written = [], authors, reworded, taken = [] } = segment
  // Edits of one person one after the other, as they are saved during typing, are one edit of the text before them.
  const goesOn = reworded !== undefined && (reworded.by === null || reworded.by === editor)
  const before = goesOn ? reworded : { target, written, authors }
  const result = rewrite(before, words, [editor])
  // Where somebody else's suggestion was taken, the text goes on to be told apart from that, whoever wrote before.
  const ofOthers = before.authors.some((author) => author !== editor) || reworded?.by === editor
  return {
    ...writtenText(words, result, before.authors, [editor], taken),
    ...(ofOthers && {
      reworded: { by: editor, target: before.target, written: before.written, authors: before.authors },
    }),
  }
}

/**
 * The members of a segment that change where an editor takes over what others suggested: the new words are of all of
 * them. Whoever wrote before may accept that, as any rewording, but whoever suggested it.
 */
export function takenBy(segment: SegmentState, words: Inline, editor: string, suggesters: readonly string[]): Edited {
  const { target, written = [], authors, reworded, taken = [] } = segment
  const people = withAuthors(suggesters, [editor])
  const result = rewrite({ target, written }, words, people)
  const writers = reworded?.by === editor ? reworded.authors : authors
  const pairs = suggesters.map((suggested) => ({ by: editor, suggested }))
  return {
    ...writtenText(words, result, authors, people, [...taken, ...pairs]),
    reworded: {
      by: editor,
      target: words,
      written: result,
      authors: writers.filter((author) => !suggesters.includes(author)),
    },
  }
}

/** A text with its words and their authors, those who had written before first. */
function writtenText(
  target: Inline,
  written: readonly Written[],
  before: readonly string[],
  editors: readonly string[],
  taken: readonly Taken[],
): Edited {
  const present = written.length === 0 ? editors : written.reduce(withAll, [])
  const authors = [
    ...before.filter((author) => present.includes(author)),
    ...present.filter((author) => !before.includes(author)),
  ]
  return { target, written, authors, ...takenAmong(authors, taken) }
}

/** Who took over whose suggestion, each two once, of those who are authors. */
export function takenAmong(authors: readonly string[], taken: readonly Taken[]): Pick<SegmentState, 'taken'> {
  const present = taken.filter(({ by, suggested }) => authors.includes(by) && authors.includes(suggested))
  const distinct = [...new Map(present.map((one) => [`${one.by} ${one.suggested}`, one])).values()]
  return distinct.length === 0 ? {} : { taken: distinct }
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
