import type { Finding } from '../../../../src/model/finding.ts'
import { findingKey, isWaivable } from '../../../../src/model/finding.ts'
import type { Person } from '../../../../src/model/people.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { isRefusal, type Refusal, type RefusalCode } from '../../../../src/model/refusal.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import type { SegmentCommand } from '../../../../src/review/command.ts'
import { isRewordingOf, leastRevisions, neededRevisions, revisionsOf } from '../../../../src/review/four-eyes.ts'
import { decide } from '../../../../src/review/rules.ts'
import { type RoomView, signOffStatusOf } from './room-view.ts'

/** Stands for the reason that is asked for later, and is one by the rules. */
const someReason = 'The reason that is asked for.'

/**
 * What one may do with a segment, by the same rules that will decide it, so that a refusal is told before it is met.
 */
export interface PermittedSteps {
  /** The editor is open at once; false: the English is read, and editing it is a step of its own. */
  readonly writes: boolean
  readonly edit: Refusal | null
  readonly revise: Refusal | null
  readonly sendBack: Refusal | null
  readonly reopen: Refusal | null
  readonly waive: Refusal | null
  readonly join: Refusal | null
  /** What the confirming key does. */
  readonly step: 'translate' | 'revise' | 'accept' | 'next'
  /** Which revision it would be: the first, or a further one of a sentence that is revised. */
  readonly revision: 'first' | 'second' | 'third'
}

/** Of the room, what the rules ask for. */
type RulesView = Pick<RoomView, 'state' | 'people' | 'singlePerson' | 'office' | 'staleness'>

/** Why one may not assess a segment as it is; null where one may. */
export function refusalToAssess(
  view: Omit<RulesView, 'staleness'>,
  { id, version }: Pick<SegmentState, 'id' | 'version'>,
  me: Person,
): Refusal | null {
  const answer = decide(view.state, { type: 'assess', segment: id, base: version }, me, contextOf(view, me))
  return isRefusal(answer) ? answer : null
}

function contextOf({ people, singlePerson, office }: Omit<RulesView, 'state' | 'staleness'>, me: Person) {
  const everyone = people.map((person) => ({ ...person, login: '', active: true }))
  const others = everyone.filter(({ id }) => id !== me.id)
  return { people: { people: [me, ...others], singlePerson }, office, findings: [], figures: [] }
}

export function permittedSteps(
  view: RulesView,
  segment: SegmentState,
  findings: readonly Finding[],
  me: Person,
  following: SegmentState | undefined,
): PermittedSteps {
  const context = { ...contextOf(view, me), findings }
  const base = segment.version
  const refusalOf = (command: SegmentCommand): Refusal | null => {
    const answer = decide(view.state, command, me, context)
    return isRefusal(answer) ? answer : null
  }
  const { id } = segment
  const edit = refusalOf({ type: 'edit', segment: id, base, target: segment.target })
  const revise = refusalOf({ type: 'revise', segment: id, base })
  const error = findings.find(
    (finding) => finding.segment === segment.id && finding.severity === 'error' && isWaivable(finding),
  )
  const withdraw = refusalOf({ type: 'withdraw-waiver', segment: id, base, finding: '' })
  const mine = segment.authors.includes(me.id)
  const has = revisionsOf(segment, view.singlePerson).length
  const isForMe = mayDo(me, 'revise') && (view.singlePerson || !mine) && !forOthers.has(revise?.code ?? '')
  const mayRevise = isForMe && (segment.state === 'translated' || isFurtherDue(view, segment, has))
  const accepts =
    !mayRevise && isRewordingOf(segment, me.id) && refusalOf({ type: 'accept', segment: id, base }) === null
  return {
    writes:
      edit === null &&
      (segment.state === 'initial' || (segment.state === 'translated' && mine && !mayRevise && !accepts)),
    edit,
    revise,
    sendBack: refusalOf({ type: 'return', segment: id, base, reason: someReason }),
    reopen: refusalOf({ type: 'reopen', segment: id, base }),
    // Without an error there is nothing to ask the rules about but who may.
    waive: error
      ? refusalOf({ type: 'waive', segment: id, base, finding: findingKey(error), reason: someReason })
      : withdraw && withdraw.code !== 'finding-unknown'
        ? withdraw
        : null,
    join: refusalOf({ type: 'join', segment: id, base, nextBase: following?.version ?? 0 }),
    revision: has === 0 ? 'first' : has === 1 ? 'second' : 'third',
    step: mayRevise
      ? 'revise'
      : accepts
        ? 'accept'
        : segment.state === 'initial' && edit === null
          ? 'translate'
          : 'next',
  }
}

/** Refusals to revise that say that the revision is for somebody else. */
const forOthers: ReadonlySet<string> = new Set<RefusalCode>([
  'own-revision',
  'own-signature',
  'work-of-others',
  'work-of-nobody',
])

/** Whether a sentence that was revised so many times is to be revised by another person. */
function isFurtherDue({ state, staleness, office }: RulesView, segment: SegmentState, has: number): boolean {
  if (segment.state === 'initial' || segment.state === 'translated') return false
  if (signOffStatusOf({ state, staleness }) === 'signed') return false
  return has < neededRevisions(segment, leastRevisions(state, office.steps))
}
