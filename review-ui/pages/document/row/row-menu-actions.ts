import { isWaivable } from '../../../../src/model/finding.ts'
import type { StepQuestion } from '../dialogs/step-dialog.tsx'
import type { MenuAction } from './command-menu.tsx'
import type { RowState } from './use-row-state.ts'
import type { RowSteps } from './use-row-steps.ts'
import type { RowText } from './use-row-text.ts'

/** What the menu can do with the segment itself: what one’s roles never allow is left out, what the moment forbids says why. */
export function rowMenuActions(
  { open, permitted, writes, changedSince, following }: RowState,
  steps: RowSteps,
  text: RowText,
  {
    onAsk,
    onDifferences,
    onOtherDrafts,
    repeats,
  }: {
    onAsk: (question: StepQuestion) => void
    onDifferences: () => void
    /** Null for somebody who may not ask an engine. */
    onOtherDrafts: (() => void) | null
    /** Whether the same Chinese stands elsewhere. */
    repeats: boolean
  },
): readonly MenuAction[] {
  // One key puts right only what has its place in the English; what is missing goes where the cursor is, by its number.
  const fixable = open.find(({ fix, target }) => fix !== undefined && target !== undefined)
  const waivable = open.find((finding) => finding.severity === 'error' && isWaivable(finding))
  const actions: readonly (MenuAction | null)[] = [
    fixable ? { command: 'fix', run: () => text.fix(fixable), refusal: permitted.edit } : null,
    waivable
      ? { command: 'waive', run: () => onAsk({ type: 'waive', finding: waivable }), refusal: permitted.waive }
      : null,
    onOtherDrafts ? { command: 'otherDrafts', run: onOtherDrafts, refusal: null } : null,
    repeats && permitted.step === 'translate'
      ? { command: 'confirmHere', run: steps.confirmHere, refusal: null }
      : null,
    { command: 'suggest', run: () => onAsk({ type: 'suggest' }), refusal: null },
    writes ? null : { command: 'edit', run: text.edit, refusal: permitted.edit },
    { command: 'return', run: () => onAsk({ type: 'return' }), refusal: permitted.sendBack },
    { command: 'reopen', run: steps.reopen, refusal: permitted.reopen },
    changedSince === null ? null : { command: 'differences', run: onDifferences, refusal: null },
    { command: 'split', run: () => onAsk({ type: 'split' }), refusal: permitted.edit },
    following ? { command: 'join', run: steps.join, refusal: permitted.join } : null,
  ]
  return actions.filter((action) => action !== null).filter(({ refusal }) => refusal?.code !== 'role-missing')
}
