import { countCharacters, countWords } from '../../language/text/counts.ts'
import {
  type CountCell,
  type CountName,
  draftedByFile,
  draftedByMemory,
  draftedByNobody,
  type SomeCounts,
} from '../../model/counts.ts'
import { plain } from '../../model/inline.ts'
import { type Assessment, issueSeverities } from '../../model/quality.ts'
import type { SegmentState } from '../../model/state.ts'
import { revisionStamps } from '../four-eyes.ts'
import { type Assessed, assessedOf } from '../quality.ts'
import type { MonthOf } from './month.ts'

/** Code points inserted, deleted and substituted between a draft and the text that became of it, and those of the longer. */
export type MeasureEdit = (edited: { readonly draft: string; readonly final: string }) => {
  readonly edits: number
  readonly characters: number
}

export interface SentenceOptions {
  readonly monthOf: MonthOf
  readonly measure: MeasureEdit
  readonly singlePerson: boolean
  /** Who had confirmed the text of an assessment, by its name; empty where nobody had. */
  readonly ofText: (key: string) => string
}

/** Who drafted a sentence. */
export function draftedBy(segment: Pick<SegmentState, 'draft'> | undefined): string {
  const origin = segment?.draft?.origin
  if (origin === undefined) return draftedByNobody
  if (origin.type === 'machine') return origin.engine
  return origin.type === 'memory' ? draftedByMemory : draftedByFile
}

export function sizeOf({ source }: Pick<SegmentState, 'source'>): {
  readonly sentences: number
  readonly characters: number
} {
  return { sentences: 1, characters: countCharacters(plain(source)) }
}

/** Names an assessment among those of a document. */
export function assessmentKey({ segment, by, at }: Pick<Assessment, 'segment' | 'by' | 'at'>): string {
  return `${segment} ${by} ${at}`
}

/** What a sentence as it stands counts for in a month: confirmed, revised, edited and assessed in it. */
export function sentenceCells(segment: SegmentState, month: string, options: SentenceOptions): readonly CountCell[] {
  const { translated, accepted, assessments } = segment
  const { monthOf } = options
  const cells: CountCell[] = []
  const engine = draftedBy(segment)
  const add = (person: string, counts: SomeCounts) => cells.push({ month, engine, person, counts })
  if (translated !== undefined && monthOf(translated.at) === month)
    add(translated.by, confirmedCounts(segment, options))
  // Of two who worked on a wording, the second one's acceptance is what makes it revised.
  for (const [index, { by, at }] of revisionStamps(segment).entries()) {
    if (monthOf(index === 0 && accepted !== undefined ? accepted.at : at) !== month) continue
    const { sentences, characters } = sizeOf(segment)
    add(by, { revisedSentences: sentences, revisedCharacters: characters })
  }
  if (assessments === undefined) return cells
  for (const assessed of assessedOf(segment, options.singlePerson)) {
    const { assessment } = assessed
    if (monthOf(assessment.at) === month) add(options.ofText(assessmentKey(assessment)), assessedCounts(assessed))
  }
  return cells
}

function confirmedCounts(segment: SegmentState, { measure }: SentenceOptions): SomeCounts {
  const { draft, target } = segment
  const { sentences, characters } = sizeOf(segment)
  const final = plain(target)
  const confirmed = {
    confirmedSentences: sentences,
    confirmedCharacters: characters,
    confirmedWords: countWords(final),
  }
  // What a file brought is a translation of somebody else's, and none of ours.
  if (draft === undefined || draft.origin.type === 'file') return confirmed
  const edit = measure({ draft: plain(draft.target), final })
  return {
    ...confirmed,
    postEditSentences: 1,
    postEditUnchanged: edit.edits === 0 ? 1 : 0,
    postEditEdits: edit.edits,
    postEditCharacters: edit.characters,
  }
}

function assessedCounts({ assessment: { of }, issues }: Assessed): SomeCounts {
  const counts: Partial<Record<CountName, number>> = {
    assessedSentences: 1,
    assessedWords: countWords(plain(of.target)),
    assessedCharacters: countCharacters(plain(of.source)),
  }
  for (const severity of issueSeverities) {
    const found = issues.filter((issue) => issue.severity === severity).length
    if (found > 0) counts[`${severity}Issues`] = found
  }
  return counts
}
