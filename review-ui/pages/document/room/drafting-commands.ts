import type { BodyOf } from '../../../../src/contract/calls.ts'
import type { DraftingStatus } from '../../../../src/contract/views/drafting.ts'
import { call, type Failure } from '../../../api.ts'

export type StartOptions = BodyOf<'startDrafting'>

/** What a person does about drafting, and what is heard of it. Null: done. */
export interface DraftingCommands {
  startDrafting(options: StartOptions): Promise<Failure | null>
  stopDrafting(): Promise<Failure | null>
  /** Throws away the drafts that no person has touched: of all segments, or of those named. */
  discardDrafts(segments?: readonly string[]): Promise<Failure | null>
}

export function createDrafting(
  document: string,
  show: (status: DraftingStatus) => void,
): DraftingCommands & { hear(status: DraftingStatus): void } {
  let heard = 0
  return {
    hear(status) {
      heard++
      show(status)
    },
    async startDrafting(options) {
      const before = heard
      const outcome = await call('startDrafting', { params: { document }, body: options })
      if (outcome.type !== 'reply') return outcome
      // A short run can be over, and heard of, before the reply that it began.
      if (heard === before) show(outcome.reply)
      return null
    },
    async stopDrafting() {
      const outcome = await call('stopDrafting', { params: { document } })
      return outcome.type === 'reply' ? null : outcome
    },
    async discardDrafts(segments) {
      const body = segments ? { segments: [...segments] } : {}
      const outcome = await call('discardDrafts', { params: { document }, body })
      return outcome.type === 'reply' ? null : outcome
    },
  }
}
