import type { ManyAct } from '../../../../src/model/many.ts'
import type { Person } from '../../../../src/model/people.ts'
import { isRefusal, type Refusal } from '../../../../src/model/refusal.ts'
import type { DocumentState } from '../../../../src/model/state.ts'
import { commandOf } from '../../../../src/review/many.ts'
import { decide } from '../../../../src/review/rules.ts'
import type { RoomView } from '../room/room-view.ts'
import type { Row } from './row.ts'

/** Stands for the reason that is asked for later, and is one by the rules. */
const someReason = 'The reason that is asked for.'

/** What an act would do to a segment: change it, or nothing since it is so already, or why not. */
type Verdict = 'can' | 'already' | Refusal

/** What an act would do to each of some segments, by the rules that will decide it. */
export interface ActVerdict {
  readonly act: ManyAct
  readonly can: readonly Row[]
  readonly cannot: readonly { readonly row: Row; readonly refusal: Refusal }[]
}

export interface Verdicts {
  of(act: ManyAct, rows: readonly Row[], state: DocumentState): ActVerdict
}

/** What was found of a row is kept as long as the row is the same: a choice of thousands grows row by row. */
export function createVerdicts(
  me: Person,
  people: readonly Person[],
  { singlePerson, office }: Pick<RoomView, 'singlePerson' | 'office'>,
): Verdicts {
  const known = new Map<ManyAct, WeakMap<Row, Verdict>>()
  const everyone = { people, singlePerson }

  function verdictOf(act: ManyAct, row: Row, state: DocumentState): Verdict {
    const { segment } = row
    const on = { segment: segment.id, base: segment.version }
    const command = commandOf(act, on, segment, me, { reason: someReason, singlePerson })
    const answer = decide(state, command, me, { people: everyone, office, findings: row.all, figures: [] })
    return isRefusal(answer) ? answer : answer.length === 0 ? 'already' : 'can'
  }

  return {
    of(act, rows, state) {
      const ofAct = known.get(act) ?? new WeakMap<Row, Verdict>()
      known.set(act, ofAct)
      const can: Row[] = []
      const cannot: { readonly row: Row; readonly refusal: Refusal }[] = []
      for (const row of rows) {
        const verdict = ofAct.get(row) ?? verdictOf(act, row, state)
        ofAct.set(row, verdict)
        if (verdict === 'can') can.push(row)
        else if (verdict !== 'already') cannot.push({ row, refusal: verdict })
      }
      return { act, can, cannot }
    },
  }
}
