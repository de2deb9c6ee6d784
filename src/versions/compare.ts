import { type Block, isSegment, type Part, type Segment } from '../model/document.ts'
import { expectDefined } from '../model/expect.ts'
import { type Inline, plain } from '../model/inline.ts'
import { flatMapSteps, type Steps } from '../model/steps.ts'
import { cutInline } from '../segmentation/parts.ts'
import { equalPairs } from './equal-pairs.ts'
import { likePairs } from './like-pairs.ts'
import { longestRise } from './longest-rise.ts'

/**
 * What became of a sentence of a document whose source has a new version. `id` is its id from now on; of a changed one
 * `from` is the sentence that it was made of, which is gone.
 */
export type SentenceChange =
  | { readonly type: 'unchanged' | 'moved' | 'new'; readonly id: string }
  | { readonly type: 'changed'; readonly id: string; readonly from: string }
  | { readonly type: 'removed'; readonly id: string }

export interface VersionComparison {
  /** The new version with the ids that it has from now on. */
  readonly blocks: readonly Block[]
  /** What became of each sentence: those of the new version in their order, then those that nothing was made of in theirs. */
  readonly changes: readonly SentenceChange[]
}

/**
 * Compares two versions of a source. A block of the same text keeps its id and its division into sentences, as people made
 * it, wherever it stands; of the other blocks every sentence of the same text keeps its id. Codes and kinds of blocks are
 * those of the new version. Of what is left, sentences that are alike are one changed sentence, with a new id. `taken`:
 * every id of a segment that the document ever had; none of them is given again. In steps, since looking for what is alike takes long where much is new.
 */
export function* compareVersions(
  before: readonly Block[],
  after: readonly Block[],
  taken: Iterable<string>,
): Steps<VersionComparison> {
  const ids = freshIds(before, taken)
  const same = yield* sameBlocks(before, after)
  const held = new Set([...same.values()].map(({ id }) => id))
  const origins = yield* originsOf(
    before.filter(({ id }) => !held.has(id)).flatMap(segmentsIn),
    after.filter((block) => !same.has(block)).flatMap(segmentsIn),
  )
  const made = new Map<string, string>()
  const blocks = after.map((block): Block => {
    const kept = same.get(block)
    if (kept) return kept
    const id = ids.block()
    const parts = block.parts.map((part): Part => {
      const origin = isSegment(part) ? origins.get(part) : undefined
      if (!isSegment(part)) return part
      if (origin?.type === 'same') return { ...part, id: origin.id }
      const fresh = ids.segment(id)
      if (origin) made.set(fresh, origin.id)
      return { ...part, id: fresh }
    })
    return { ...block, id, parts }
  })
  return { blocks, changes: changesOf(before.flatMap(segmentsIn), blocks.flatMap(segmentsIn), made) }
}

/** What became of each sentence. Of those that stayed the longest run in order stands where it stood; the others moved. */
function changesOf(
  before: readonly Segment[],
  after: readonly Segment[],
  made: ReadonlyMap<string, string>,
): readonly SentenceChange[] {
  const places = new Map(before.map(({ id }, at) => [id, at]))
  const stayed = after.flatMap(({ id }) => places.get(id) ?? [])
  const rise = longestRise(stayed)
  const steady = new Set(stayed.filter((_, at) => rise.has(at)))
  const accounted = new Set([...after.map(({ id }) => id), ...made.values()])
  return [
    ...after.map(({ id }): SentenceChange => {
      const [place, from] = [places.get(id), made.get(id)]
      if (place !== undefined) return { type: steady.has(place) ? 'unchanged' : 'moved', id }
      return from === undefined ? { type: 'new', id } : { type: 'changed', id, from }
    }),
    ...before.filter(({ id }) => !accounted.has(id)).map(({ id }): SentenceChange => ({ type: 'removed', id })),
  ]
}

/** The blocks of the new version whose text a block of the old one has, with its id and its division into sentences. */
function* sameBlocks(before: readonly Block[], after: readonly Block[]): Steps<ReadonlyMap<Block, Block>> {
  const pairs = equalPairs(before.map(textOf), after.map(textOf))
  yield
  return new Map(
    yield* flatMapSteps(pairs, ({ first, second }) => {
      const [was, is] = [expectDefined(before[first], 'a block'), expectDefined(after[second], 'a block')]
      const parts = dividedAs(was.parts, is.parts)
      return parts === null ? [] : [[is, { ...is, id: was.id, parts }] as const]
    }),
  )
}

/** The sentence that one of the new version was: the same text, or one that is like it. */
interface Origin {
  readonly type: 'same' | 'like'
  readonly id: string
}

function* originsOf(before: readonly Segment[], after: readonly Segment[]): Steps<ReadonlyMap<Segment, Origin>> {
  const origins = new Map<Segment, Origin>()
  const found = new Set<Segment>()
  const note = (type: Origin['type'], was: Segment | undefined, is: Segment | undefined) => {
    if (was === undefined || is === undefined) return
    origins.set(is, { type, id: was.id })
    found.add(was)
  }
  const texts = (segments: readonly Segment[]) => segments.map(({ source }) => plain(source))
  for (const { first, second } of equalPairs(texts(before), texts(after))) note('same', before[first], after[second])
  yield
  const left = [
    before.filter((segment) => !found.has(segment)),
    after.filter((segment) => !origins.has(segment)),
  ] as const
  for (const { first, second } of yield* likePairs(texts(left[0]), texts(left[1])))
    note('like', left[0][first], left[1][second])
  return origins
}

/** Ids that the document never had: blocks count on from the highest number there was. */
function freshIds(before: readonly Block[], taken: Iterable<string>) {
  const used = new Set(taken)
  const numberOf = (id: string) => Number(/^b(\d+)/.exec(id)?.[1] ?? 0)
  let last = 0
  for (const { id } of before) last = Math.max(last, numberOf(id))
  for (const id of used) last = Math.max(last, numberOf(id))
  const counts = new Map<string, number>()
  return {
    block: () => `b${++last}`,
    segment(block: string) {
      const count = (counts.get(block) ?? 0) + 1
      counts.set(block, count)
      return `${block}.s${count}`
    },
  }
}

/** The parts of a new block cut where the parts of the old block of the same text were; null where codes prevent it. */
function dividedAs(was: readonly Part[], is: readonly Part[]): readonly Part[] | null {
  const inline: Inline = is.flatMap(({ source }) => source)
  const pieces = was.map((part) => ({
    type: part.type,
    text: isSegment(part) ? plain(part.source) : part.source,
  }))
  const cut = cutInline(inline, pieces)
  const ids = was.filter(isSegment).map(({ id }) => id)
  if (cut.filter(({ type }) => type === 'segment').length !== ids.length) return null
  let at = 0
  return cut.map((part) =>
    part.type === 'segment' ? { ...part, id: expectDefined(ids[at++], 'the id of a segment') } : part,
  )
}

function segmentsIn({ parts }: Block): readonly Segment[] {
  return parts.filter(isSegment)
}

function textOf({ parts }: Block): string {
  return parts.map((part) => (isSegment(part) ? plain(part.source) : part.source)).join('')
}
