import { type Check, inlineTexts, type SegmentContext } from '../../checks/check.ts'
import type { ReplaceInDocument, ReplaceInSegment, ReplaceView } from '../../contract/views/replacing.ts'
import { type Finding, findingKey, type Span } from '../../model/finding.ts'
import { plain } from '../../model/inline.ts'
import type { OfficeRules } from '../../model/office-steps.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import { isWithoutCodes, replaced } from '../../replacing/replaced.ts'
import { decide } from '../../review/rules.ts'
import { admit, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'
import { analyseNow } from './analyse-now.ts'
import { type DocumentHits, findHits, type Hit, type Wanted } from './replace-hits.ts'

/** Says of every place what would come of a replacement; nothing is written. */
export async function lookAtReplacement(
  workspace: Workspace,
  actor: Person,
  wanted: Wanted,
): Promise<ReplaceView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const found = await findHits(workspace, wanted)
  if (isRefusal(found)) return found
  const documents: ReplaceInDocument[] = []
  const looking = { actor, people, wanted, office: await officeRules(workspace) }
  for (const one of found.documents) documents.push(await viewOf(workspace, one, looking))
  return { documents, more: found.more }
}

interface Looking {
  readonly actor: Person
  readonly people: People
  readonly office: OfficeRules
  readonly wanted: Wanted
}

async function viewOf(
  workspace: Workspace,
  { state, hits, signed }: DocumentHits,
  looking: Looking,
): Promise<ReplaceInDocument> {
  const { id, title } = state.document
  const segments: ReplaceInSegment[] = []
  if (hits.length > 0) {
    const analysis = await analyseNow(workspace, state)
    const check = await inSlices(analysis.check.steps(), workspace.world.pause)
    const contexts = new Map(analysis.contexts.map((context) => [context.segment, context]))
    for (const hit of hits) {
      const context = contexts.get(hit.segment.id)
      segments.push(segmentView(state, hit, looking, context && { check, context }))
      const others = workspace.world.pause()
      if (others) await others
    }
  }
  workspace.forgetUnused(id)
  return { id, title, name: state.name ?? '', segments, signed }
}

interface Checking {
  readonly check: Check
  readonly context: SegmentContext
}

function segmentView(
  state: DocumentState,
  { segment, number, places }: Hit,
  looking: Looking,
  checking: Checking | undefined,
): ReplaceInSegment {
  const changeable = places.filter((place) => isWithoutCodes(segment.target, place))
  const target = replaced(segment.target, changeable)
  const blocked =
    changeable.length === 0
      ? refuse('segment-code-inside', { segment: segment.id })
      : refusalToReplace(state, segment, target, looking)
  const { actor, people, wanted } = looking
  const source = plain(segment.source)
  return {
    id: segment.id,
    number,
    version: segment.version,
    state: segment.state,
    draft: segment.state === 'initial' && segment.authors.length === 0,
    source,
    sourcePlaces: placesOf(source, wanted.chinese),
    target: plain(segment.target),
    places: blocked === null ? changeable : places,
    coded: blocked === null ? places.length - changeable.length : 0,
    blocked,
    falls: fallsOf(segment, actor, people),
    findings: blocked === null && checking !== undefined ? findingsBrought(segment, target, checking) : [],
  }
}

/** Why the rules refuse it; or that nothing would change. */
function refusalToReplace(
  state: DocumentState,
  { id: segment, version: base }: SegmentState,
  target: SegmentState['target'],
  { actor, people, office, wanted }: Looking,
): Refusal | null {
  const command = { type: 'replace', segment, base, target, act: '', signed: wanted.states.includes('final') } as const
  const answer = decide(state, command, actor, { people, office, findings: [], figures: [] })
  if (isRefusal(answer)) return answer
  return answer.length === 0 ? refuse('segment-same', { segment }) : null
}

function fallsOf(
  { state, translated, revised }: SegmentState,
  actor: Person,
  people: People,
): ReplaceInSegment['falls'] {
  if (state === 'initial') return null
  const by = (state === 'translated' ? translated : revised)?.by ?? ''
  return { what: state, name: nameOf(people, by), mine: by === actor.id }
}

function findingsBrought(
  segment: SegmentState,
  target: SegmentState['target'],
  { check, context }: Checking,
): readonly Finding[] {
  const { inline: _inline, ...bare } = context
  const after = { ...bare, target: plain(target), ...inlineTexts(segment.source, target) }
  const known = new Set(check(context).map(findingKey))
  return check(after).filter((finding) => !known.has(findingKey(finding)))
}

function placesOf(text: string, part: string): readonly Span[] {
  const spans: Span[] = []
  if (part === '') return spans
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + part.length)) {
    spans.push({ from, to: from + part.length })
  }
  return spans
}
