import { segmentsOf } from '../model/document.ts'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { plain } from '../model/inline.ts'
import type { DocumentState, Stamp } from '../model/state.ts'
import { atOnce, flatMapSteps, type Steps } from '../model/steps.ts'
import { advanceSteps } from './fold.ts'
import { revisionStamps } from './four-eyes.ts'
import { segmentsNamed } from './segments.ts'

/** The texts of every segment, by id. */
export type Texts = ReadonlyMap<string, { readonly source: string; readonly target: string }>

/** A sentence that is not what was signed. Of one that was added or removed the other text is empty. */
export interface ChangedSentence {
  readonly segment: string
  readonly change: 'source' | 'target' | 'both' | 'added' | 'removed'
  readonly source: { readonly before: string; readonly after: string }
  readonly target: { readonly before: string; readonly after: string }
  /** Who changed it last, and who has revised it since. */
  readonly changed: Stamp | null
  readonly revised: Stamp | null
  /** The reasons that were given for it: why it was sent back. */
  readonly reasons: readonly (Stamp & { readonly text: string })[]
}

export function textsOf(state: DocumentState): Texts {
  return new Map(
    segmentsOf(state.document).map(({ id, source }) => {
      return [id, { source: plain(source), target: plain(state.segments.get(id)?.target ?? []) }]
    }),
  )
}

/** The place of the last signature in a document's entries; 0 if there is none. */
export function lastSigned(entries: readonly Entry<DocumentEvent>[]): number {
  return entries.findLast(({ event }) => event.type === 'document-signed')?.sequence ?? 0
}

/** The texts that the last signature is of. */
export function signedTexts(entries: readonly Entry<DocumentEvent>[]): Texts {
  return atOnce(signedTextsSteps(entries))
}

/** The same step by step. */
export function* signedTextsSteps(entries: readonly Entry<DocumentEvent>[]): Steps<Texts> {
  const state = yield* advanceSteps(null, entries.slice(0, lastSigned(entries)))
  return state === null ? new Map() : textsOf(state)
}

/** What has changed since, in reading order; removed sentences come last. `since`: the entries after the signature. */
export function changesSince(
  before: Texts,
  state: DocumentState,
  since: readonly Entry<DocumentEvent>[],
): readonly ChangedSentence[] {
  return atOnce(changesSinceSteps(before, state, since))
}

/** The same step by step. */
export function* changesSinceSteps(
  before: Texts,
  state: DocumentState,
  since: readonly Entry<DocumentEvent>[],
): Steps<readonly ChangedSentence[]> {
  const now = textsOf(state)
  yield
  const removed = [...before].filter(([id]) => !now.has(id)).map(([id, texts]) => [id, texts, undefined] as const)
  const present = [...now].map(([id, texts]) => [id, before.get(id), texts] as const)
  const empty = { source: '', target: '' }
  const told = yield* storySteps(since)
  return yield* flatMapSteps([...present, ...removed], ([segment, was, is]): readonly ChangedSentence[] => {
    const change = kindOf(was, is)
    if (change === null) return []
    const { changed = null, reasons = [] } = told.get(segment) ?? {}
    const { source, target } = was ?? empty
    const after = is ?? empty
    return [
      {
        segment,
        change,
        source: { before: source, after: after.source },
        target: { before: target, after: after.target },
        changed,
        revised: revisionStamps(state.segments.get(segment) ?? {}).at(-1) ?? null,
        reasons,
      },
    ]
  })
}

type Text = { readonly source: string; readonly target: string }

function kindOf(was: Text | undefined, is: Text | undefined): ChangedSentence['change'] | null {
  if (was === undefined) return is === undefined ? null : 'added'
  if (is === undefined) return 'removed'
  if (was.source !== is.source) return was.target === is.target ? 'source' : 'both'
  return was.target === is.target ? null : 'target'
}

interface SegmentStory {
  changed: Stamp | null
  reasons: (Stamp & { readonly text: string })[]
}

function* storySteps(entries: readonly Entry<DocumentEvent>[]): Steps<ReadonlyMap<string, SegmentStory>> {
  const stories = new Map<string, SegmentStory>()
  for (const { event, by, at } of entries) {
    for (const id of segmentsNamed(event)) {
      const story = stories.get(id) ?? { changed: null, reasons: [] }
      stories.set(id, story)
      if (event.type === 'segment-returned') story.reasons.push({ by, at, text: event.reason })
      if (changesText(event)) story.changed = { by, at }
    }
    yield
  }
  return stories
}

function changesText({ type }: DocumentEvent): boolean {
  return (
    type === 'segment-edited' ||
    type === 'segment-drafted' ||
    type === 'segment-propagated' ||
    type === 'propagation-undone' ||
    type === 'edit-undone' ||
    type === 'draft-discarded' ||
    type === 'segment-split' ||
    type === 'segments-joined'
  )
}
