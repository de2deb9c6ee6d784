import type { Finding, Span } from '../../model/finding.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { ReplacePlace } from '../../model/search.ts'
import type { SegmentStateName } from '../../model/state.ts'

/** What would be replaced, place by place, and what would come of it. Nothing has been changed. */
export interface ReplaceView {
  readonly documents: readonly ReplaceInDocument[]
  /** Whether there are more places than are looked at in one go. */
  readonly more: boolean
}

export interface ReplaceInDocument {
  readonly id: string
  readonly title: string
  /** What the office calls it; empty for nothing. */
  readonly name: string
  readonly segments: readonly ReplaceInSegment[]
  /** Places in signed sentences, which were not asked for: they are left alone. */
  readonly signed: number
}

export interface ReplaceInSegment {
  readonly id: string
  /** Its place in the document, from 1. */
  readonly number: number
  readonly version: number
  readonly state: SegmentStateName
  /** Whether its English is a draft that no person has touched. */
  readonly draft: boolean
  readonly source: string
  /** Where the Chinese has what was asked for. */
  readonly sourcePlaces: readonly Span[]
  /** The English, without codes. */
  readonly target: string
  /** Those that can be replaced; all of them where it cannot be changed at all. */
  readonly places: readonly ReplacePlace[]
  /** How many more have an inline code within, and stay as they are. */
  readonly coded: number
  /** Why it cannot be changed; null where it can. */
  readonly blocked: Refusal | null
  /** Whose confirmation, review or signature ends with the change: by their name. */
  readonly falls: {
    readonly what: 'translated' | 'reviewed' | 'final'
    readonly name: string
    readonly mine: boolean
  } | null
  /** What the checks find in it after the change and not before. */
  readonly findings: readonly Finding[]
}

/** What was replaced. */
export interface ReplaceDone {
  readonly act: string
  readonly places: number
  readonly segments: number
  readonly refused: readonly ReplaceRefused[]
}

/** A sentence in which nothing was done. */
export interface ReplaceRefused {
  readonly document: string
  readonly segment: string
  /** Its place in the document, from 1; 0 where it is there no more. */
  readonly number: number
  readonly refusal: Refusal
}

export interface ReplaceUndone {
  readonly segments: number
  readonly refused: readonly ReplaceRefused[]
}
