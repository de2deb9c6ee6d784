import type { Draft } from '../model/draft.ts'
import { type Inline, plain } from '../model/inline.ts'
import type { Comment, SegmentState, Stamp, Suggestion } from '../model/state.ts'
import { asking, mostAsked } from './asked-revisions.ts'
import { joinedWriting, takenAmong } from './authorship.ts'
import { freshSegment, settled, type Text, unconfirmed, withAuthor } from './fold-segment.ts'

/**
 * The two parts of a split segment. The first keeps the whole target. Both keep the authors and the draft, since text
 * that a person moves to the second part still has the same authors and origin: the words of the whole are whose they
 * were, in whichever part they come to stand. Both keep the suggestions, whose words may come to stand in either. Waivers
 * and confirmed figures are dropped.
 */
export function splitState(
  segment: SegmentState,
  parts: readonly [{ id: string; source: Inline }, { id: string; source: Inline }],
): readonly [SegmentState, SegmentState] {
  const [first, second] = parts
  const common = { ...unconfirmed(settled(segment)), version: 1, waivers: [] }
  const { figuresConfirmed: _figures, undrafted: _undrafted, ...shared } = common
  const { edited: _edited, returned: _returned, written: _written, ...more } = shared
  const { issues: _issues, assessments: _assessments, ...bare } = more
  // What was said of words goes with them.
  const isOfSecond = ({ on }: Comment) => on?.side === 'source' && on.from >= plain(first.source).length
  const moving = segment.authors.length === 0 ? {} : { reworded: { ...textsOf(segment), by: null } }
  return [
    {
      ...shared,
      ...moving,
      id: first.id,
      source: first.source,
      comments: segment.comments.filter((one) => !isOfSecond(one)),
    },
    {
      ...bare,
      ...moving,
      id: second.id,
      source: second.source,
      target: [],
      comments: segment.comments.filter(isOfSecond),
    },
  ]
}

/** Two segments joined: both targets with a space between, the authors of both, and the less trusted draft. */
export function joinedState(
  [first, second]: readonly [SegmentState, SegmentState],
  into: { id: string; source: Inline },
): SegmentState {
  const draft = joinedDraft(first.draft, second.draft)
  const edited = later(first.edited, second.edited)
  const returned = later(first.returned, second.returned)
  const suggestions = joinedSuggestions(first.suggestions ?? [], second.suggestions ?? [])
  const issues = [...(first.issues ?? []), ...(second.issues ?? [])]
  const assessments = [...(first.assessments ?? []), ...(second.assessments ?? [])]
  const joined = {
    ...freshSegment(into.id, first.block, into.source),
    target: joinedTarget(first.target, second.target),
    version: 1,
    ...joinedAuthorship(first, second),
    comments: [...first.comments, ...second.comments],
    ...(suggestions.length > 0 && { suggestions }),
    ...(issues.length > 0 && { issues }),
    ...(assessments.length > 0 && { assessments }),
    ...(draft && { draft }),
    ...(edited && { edited }),
    ...(returned && { returned }),
  }
  return asking(joined, mostAsked([first, second]))
}

/** Those of both, each once: what was made for a whole that was split is settled once it is in either part. */
function joinedSuggestions(first: readonly Suggestion[], second: readonly Suggestion[]): readonly Suggestion[] {
  const settledOf = (id: string) => second.find((one) => one.id === id && one.settled !== undefined)
  const ids = new Set(first.map(({ id }) => id))
  return [
    ...first.map((one) => (one.settled === undefined ? (settledOf(one.id) ?? one) : one)),
    ...second.filter(({ id }) => !ids.has(id)),
  ]
}

function joinedAuthorship(
  first: SegmentState,
  second: SegmentState,
): Pick<SegmentState, 'authors' | 'written' | 'reworded' | 'taken'> {
  const authors = second.authors.reduce(withAuthor, first.authors)
  if (authors.length === 0) return { authors }
  const { written } = joinedText(textOf(first), textOf(second))
  const taken = takenAmong(authors, [...(first.taken ?? []), ...(second.taken ?? [])])
  if (first.reworded === undefined && second.reworded === undefined) return { authors, written, ...taken }
  return { authors, written, ...taken, reworded: { ...joinedText(textsOf(first), textsOf(second)), by: null } }
}

function textOf({ target, written = [], authors }: SegmentState): Text {
  return { target, written, authors }
}

/** The text before the last editor and the present one: wherever their words come to stand, they are whose they were. */
function textsOf(segment: SegmentState): Text {
  return segment.reworded === undefined ? textOf(segment) : joinedText(segment.reworded, textOf(segment))
}

function joinedText(first: Text, second: Text): Text {
  return {
    target: joinedTarget(first.target, second.target),
    written: joinedWriting([first, second]),
    authors: second.authors.reduce(withAuthor, first.authors),
  }
}

function joinedTarget(first: Inline, second: Inline): Inline {
  return first.length === 0 || second.length === 0 ? [...first, ...second] : [...first, ' ', ...second]
}

function joinedDraft(first: Draft | undefined, second: Draft | undefined): Draft | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const lesser = trust(second) < trust(first) ? second : first
  return {
    ...lesser,
    target: joinedTarget(first.target, second.target),
    compliance: {
      asked: [...new Set([...first.compliance.asked, ...second.compliance.asked])],
      met: [...new Set([...first.compliance.met, ...second.compliance.met])],
    },
  }
}

/** The trust in a draft: a machine's or a file's is less than any match of the memory; matches rank by their score. */
function trust({ origin }: Draft): number {
  return origin.type === 'memory' ? origin.score : -1
}

function later<S extends Stamp>(first: S | undefined, second: S | undefined): S | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return first.at < second.at ? second : first
}
