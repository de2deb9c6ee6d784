import * as z from 'zod'
import type { CommentedWords } from '../model/commented-words.ts'
import { undraftedReasons } from '../model/draft.ts'
import type { PackedSegments } from '../model/packed-segments.ts'
import { type DocumentJson, type SegmentState, segmentStates, type Taken } from '../model/state.ts'
import { assignment } from './assignment.ts'
import { document, draft, draftAlone, inline } from './document.ts'
import { exactly } from './exactly.ts'
import { revisionCount } from './office-steps.ts'
import { issueCategory, issueSeverity, sampleShape } from './quality.ts'
import { figure, seenFigure, signOff } from './release.ts'

export const segmentStateName = z.enum(segmentStates)

const stamp = { by: z.string(), at: z.string() }
const stamped = z.object(stamp)

const written = z.object({ words: z.int(), by: z.array(z.string()) })
export const commentedWords = exactly<CommentedWords>()(
  z.object({
    side: z.enum(['source', 'target']),
    from: z.int(),
    words: z.string(),
    before: z.string(),
    after: z.string(),
  }),
)
export const taken = exactly<Taken>()(z.object({ by: z.string(), suggested: z.string() }))
const comment = z.object({
  ...stamp,
  id: z.string(),
  text: z.string(),
  blocking: z.literal(true).exactOptional(),
  on: commentedWords.exactOptional(),
  mentions: z.array(z.string()).exactOptional(),
  resolved: z.object({ ...stamp, reason: z.string().exactOptional() }).exactOptional(),
})

const suggestion = z.object({
  ...stamp,
  id: z.string(),
  target: inline,
  text: z.string().exactOptional(),
  review: z.string().exactOptional(),
  of: z.object({ source: inline, target: inline }),
  settled: z.object({ ...stamp, how: z.enum(['taken', 'left']), reason: z.string().exactOptional() }).exactOptional(),
})

const judgement = {
  ...stamp,
  segment: z.string(),
  of: z.object({ source: inline, target: inline }),
  own: z.literal(true).exactOptional(),
}
const issue = z.object({
  ...judgement,
  id: z.string(),
  category: issueCategory,
  severity: issueSeverity,
  text: z.string().exactOptional(),
  on: commentedWords.exactOptional(),
})

/** What an edit changes of a segment. */
const editedMembers = {
  target: inline,
  state: segmentStateName,
  draft: draft.exactOptional(),
  undrafted: z.enum(undraftedReasons).exactOptional(),
  authors: z.array(z.string()),
  written: z.array(written).exactOptional(),
  reworded: z
    .object({ by: z.string().nullable(), target: inline, written: z.array(written), authors: z.array(z.string()) })
    .exactOptional(),
  taken: z.array(taken).exactOptional(),
  edited: stamped.exactOptional(),
  translated: stamped.exactOptional(),
  revised: stamped.exactOptional(),
  revisedAgain: z.array(stamped).exactOptional(),
  accepted: stamped.exactOptional(),
  returned: z.object({ ...stamp, reason: z.string() }).exactOptional(),
  earlier: z.object({ source: inline, target: inline }).exactOptional(),
  waivers: z.array(
    z.object({
      ...stamp,
      finding: z.string(),
      reason: z.string(),
      unbound: z.enum(['same-text', 'other-text']).exactOptional(),
    }),
  ),
}

const segmentMembers = z.object({
  id: z.string(),
  block: z.string(),
  source: inline,
  version: z.int(),
  ...editedMembers,
  propagated: z.object({ from: z.string(), before: inline }).exactOptional(),
  replaced: z.object({ act: z.string(), before: z.object(editedMembers) }).exactOptional(),
  figuresConfirmed: z.array(z.object({ ...stamp, figures: z.array(seenFigure) })).exactOptional(),
  comments: z.array(comment),
  suggestions: z.array(suggestion).exactOptional(),
  issues: z.array(issue).exactOptional(),
  assessments: z.array(z.object(judgement)).exactOptional(),
  revisionsAsked: revisionCount.exactOptional(),
})

const segmentState = exactly<SegmentState>()(segmentMembers.meta({ id: 'SegmentState' }))

const documentMembers = z.object({
  document,
  name: z.string().exactOptional(),
  labels: z.array(z.string()).readonly().exactOptional(),
  imported: stamped,
  archived: stamped.exactOptional(),
  deleted: stamped.exactOptional(),
  assignments: z.array(assignment).readonly().exactOptional(),
  reviews: z
    .array(z.object({ ...stamp, id: z.string(), name: z.string() }))
    .readonly()
    .exactOptional(),
  samples: z
    .array(z.object({ ...sampleShape, ...stamp }))
    .readonly()
    .exactOptional(),
  revisionsAsked: revisionCount.exactOptional(),
  tombstones: z.record(z.string(), z.array(z.string())),
  signOff: signOff.exactOptional(),
  signedFigures: z.array(figure).optional(),
  touchedSinceSignOff: z.boolean(),
  releases: z.array(
    z.object({
      ...stamp,
      number: z.int(),
      errata: z.int(),
      signature: z.string(),
      withdrawn: stamped.exactOptional(),
    }),
  ),
  sequence: z.int(),
  head: z.string(),
})

export const documentState = exactly<DocumentJson>()(
  documentMembers.extend({ segments: z.record(z.string(), segmentState) }).meta({ id: 'DocumentState' }),
)

/** The state of a document whose segments come beside it. */
export const documentStateAlone = exactly<Omit<DocumentJson, 'segments'>>()(
  documentMembers.meta({ id: 'DocumentStateAlone' }),
)

export const packedSegments = exactly<PackedSegments>()(
  z
    .object({
      targets: z.array(z.union([z.string(), inline])),
      states: z.string(),
      versions: z.array(z.int()),
      drafts: z.array(draftAlone),
      draftOf: z.array(z.int()),
      draftTargets: z.record(z.string(), inline),
      others: z.record(z.string(), segmentMembers.partial()),
    })
    .meta({ id: 'PackedSegments' }),
)
