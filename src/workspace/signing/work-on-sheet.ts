import type { SheetComment, SheetWork } from '../../contract/views/signing.ts'
import { countWords } from '../../language/text/counts.ts'
import { segmentPlaces } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { People, Person } from '../../model/people.ts'
import type { DocumentState } from '../../model/state.ts'
import { flatMapSteps, type Steps } from '../../model/steps.ts'
import { lastSigned } from '../../review/changes.ts'
import { refusalToAct } from '../../review/standing.ts'
import { isHasty, type WorkShare, workTimesSteps } from '../../review/work-times.ts'
import { nameOf } from '../core/lookup.ts'

/** How many instants are told of one share: more cannot be drawn. */
const mostTicks = 240

/** Who did what, when and how long. Where one revision was faster than reading, all of that person's show their pace. */
export function* workSteps(
  state: DocumentState,
  entries: readonly Entry<DocumentEvent>[],
  people: People,
): Steps<readonly SheetWork[]> {
  const shares: { readonly share: WorkShare; readonly hasty: boolean }[] = []
  for (const share of yield* workTimesSteps(entries, lastSigned(entries)))
    shares.push({ share, hasty: isHasty(share, yield* wordsIn(state, share)) })
  const paced = new Set(shares.filter(({ hasty }) => hasty).map(({ share }) => share.by))
  return shares.map(({ share: { by, sentences, ticks, ...share }, hasty }) => {
    const step = Math.ceil(ticks.length / mostTicks)
    return {
      ...share,
      name: nameOf(people, by),
      sentences: sentences.length,
      hasty,
      segments: hasty ? sentences.filter((id) => state.segments.has(id)) : [],
      ticks: share.did === 'revised' && paced.has(by) ? ticks.filter((_tick, index) => index % step === 0) : [],
    }
  })
}

/** The English words of the sentences as they are now. */
function* wordsIn({ segments }: DocumentState, { sentences }: WorkShare): Steps<number> {
  let count = 0
  for (const id of sentences) {
    count += countWords(plain(segments.get(id)?.target ?? []))
    yield
  }
  return count
}

/** The open comments in reading order, and the blocking ones that were settled. */
export function commentSteps(state: DocumentState, people: People, actor: Person): Steps<readonly SheetComment[]> {
  const mayLift = refusalToAct(people, actor, 'lift-block') === null
  return flatMapSteps(segmentPlaces(state.document.blocks).segments, ({ id: segment }) =>
    (state.segments.get(segment)?.comments ?? [])
      .filter(({ blocking, resolved }) => blocking || resolved === undefined)
      .map(({ id, text, by, at, blocking = false, resolved }) => ({
        segment,
        id,
        text,
        name: nameOf(people, by),
        at,
        blocking,
        resolved: resolved
          ? { name: nameOf(people, resolved.by), at: resolved.at, reason: resolved.reason ?? '' }
          : null,
        lift: !blocking || resolved ? null : by === actor.id ? 'own' : mayLift ? 'with-reason' : null,
      })),
  )
}
