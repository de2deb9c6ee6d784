import { type Block, isSegment, type Part } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Comment, SegmentState } from '../../model/state.ts'
import { revisionStamps } from '../../review/four-eyes.ts'
import type { XliffExport } from './contents.ts'
import { escapeControls, withCodePoints } from './controls.ts'
import { type UnitTerms, unitTerms } from './glossary.ts'
import { asId } from './ids.ts'
import { writeDraft, writeMatch, writeMatches } from './matches.ts'
import { type MetaGroup, writeMetadata } from './metadata.ts'
import { collectData, type DataCollector } from './original-data.ts'
import type { InlineElement, Note, Notes, Segment, Source, Target, Unit } from './tree.ts'
import { writeInline } from './write-inline.ts'

/** Other tools may split a sentence longer than this (UTF-16 units) that nobody has translated yet. */
const longSentence = 120

/** Comments of a unit, numbered `n1`, `n2`, … over all its segments. */
interface NumberedComment {
  readonly note: string
  readonly segment: string
  readonly comment: Comment
}

/** A block as a unit: its matches, terms, metadata, notes, original data of its codes, and segments. */
export function writeUnit(block: Block, from: XliffExport): Unit {
  const segments = block.parts.filter(isSegment).map((part) => part.id)
  const states = segments.flatMap((id) => stateOf(id, from) ?? [])
  const terms = unitTerms(segments, from.terms)
  const data = collectData()
  const comments = states
    .flatMap((state) => state.comments.map((comment) => ({ segment: state.id, comment })))
    .map((comment, at): NumberedComment => ({ ...comment, note: `n${at + 1}` }))
  const matches = states.flatMap((state) => [
    ...(state.draft ? [writeDraft(state.id, state.source, state.draft)] : []),
    ...(from.matches.get(state.id) ?? []).map((match) => writeMatch(state.id, match)),
  ])
  // A unit needs a segment: one without an id represents a block that has none.
  const parts = block.parts.map((part) => writePart(part, from, terms, comments, data))
  const whole = segments.length > 0 ? parts : [...parts, segmentOf({}, [sourceOf([])])]
  return {
    type: 'unit',
    prefix: '',
    attributes: { id: asId(block.id) },
    other: [],
    content: [
      ...writeMatches(matches),
      ...terms.glossary,
      ...writeMetadata([
        blockGroup(block),
        ...states.flatMap((state) => peopleGroup(state, from.names)),
        ...terms.forbidden,
        ...comments.map((comment) => commentGroup(comment, from.names)),
      ]),
      ...notesOf(comments, from),
      ...data.element(),
      ...whole,
    ],
  }
}

function writePart(
  part: Part,
  from: XliffExport,
  terms: UnitTerms,
  comments: readonly NumberedComment[],
  data: DataCollector,
): Unit['content'][number] {
  if (!isSegment(part)) {
    const content = [sourceOf(withCodePoints(part.source))]
    return { type: 'ignorable', prefix: '', attributes: {}, other: [], content }
  }
  const state = stateOf(part.id, from)
  const target = state?.target ?? []
  const name = state?.state ?? 'initial'
  const commentsOnPart = comments.filter(({ segment }) => segment === part.id)
  const onTarget = hasTarget(state)
  const { content: source, ids } = writeInline(part.source, part.id, data, { marks: terms.marks(part.id) })
  const translated = writeInline(target, part.id, data, { source: ids }).content
  const splittable = name === 'initial' && plain(part.source).length > longSentence
  return segmentOf({ id: asId(part.id), state: name, ...(splittable && { canResegment: 'yes' }) }, [
    sourceOf(onTarget ? source : commented(source, part.id, commentsOnPart)),
    ...(onTarget ? [targetOf(commented(translated, part.id, commentsOnPart))] : []),
  ])
}

/** Whether a segment needs a target, which may be empty: after `initial` XLIFF requires one (2.1 §4.3.1.27). */
function hasTarget(state: SegmentState | undefined): boolean {
  return state !== undefined && (state.target.length > 0 || state.state !== 'initial')
}

/** Text inside the marks of its comments, which tie each note to the text it is about. */
function commented(
  content: readonly (string | InlineElement)[],
  segment: string,
  comments: readonly NumberedComment[],
): readonly (string | InlineElement)[] {
  return comments.reduce<readonly (string | InlineElement)[]>((inside, { note }) => {
    const attributes = { id: `${segment}.n.${note}`, type: 'comment', ref: `#n=${note}` }
    return [{ type: 'mrk', prefix: '', attributes, other: [], content: inside }]
  }, content)
}

function notesOf(comments: readonly NumberedComment[], from: XliffExport): readonly Notes[] {
  if (comments.length === 0) return []
  const content = comments.map(({ note, segment, comment }): Note => {
    const appliesTo = hasTarget(stateOf(segment, from)) ? 'target' : 'source'
    const text = escapeControls(comment.text)
    const attributes = { id: note, appliesTo, category: 'comment' }
    return { type: 'note', prefix: '', attributes, other: [], content: text === '' ? [] : [text] }
  })
  return [{ type: 'notes', prefix: '', attributes: {}, other: [], content }]
}

function blockGroup({ kind, level, speaker, given }: Block): MetaGroup {
  return {
    category: 'block',
    entries: [
      ['kind', kind],
      ...(level === undefined ? [] : [['level', String(level)] as const]),
      ...(speaker === undefined ? [] : [['speaker', speaker] as const]),
      ...(given ? [['given', 'yes'] as const] : []),
    ],
  }
}

/** The people responsible for a segment, by name. For information only: reading a file never confirms anything. */
function peopleGroup(state: SegmentState, names: ReadonlyMap<string, string>): readonly MetaGroup[] {
  const entries: MetaGroup['entries'] = [
    ...state.authors.map((id) => ['author', nameOf(id, names)] as const),
    ...revisionStamps(state).map(({ by }) => ['reviser', nameOf(by, names)] as const),
  ]
  return entries.length === 0 ? [] : [{ category: 'people', entries: [['segment', state.id], ...entries] }]
}

function commentGroup({ note, comment }: NumberedComment, names: ReadonlyMap<string, string>): MetaGroup {
  const { id, by, at, resolved } = comment
  return {
    category: 'comment',
    entries: [
      ['note', note],
      ['id', id],
      ['by', by],
      ['name', nameOf(by, names)],
      ['at', at],
      ...(resolved
        ? ([
            ['resolved-by', resolved.by],
            ['resolved-at', resolved.at],
          ] as const)
        : []),
    ],
  }
}

function nameOf(person: string, names: ReadonlyMap<string, string>): string {
  return names.get(person) ?? person
}

function stateOf(segment: string, from: XliffExport): SegmentState | undefined {
  return from.state.segments.get(segment)
}

function segmentOf(attributes: Segment['attributes'], content: Segment['content']): Segment {
  return { type: 'segment', prefix: '', attributes, other: [], content }
}

function sourceOf(content: readonly (string | InlineElement)[]): Source {
  return { type: 'source', prefix: '', attributes: {}, other: [], content }
}

function targetOf(content: readonly (string | InlineElement)[]): Target {
  return { type: 'target', prefix: '', attributes: {}, other: [], content }
}
