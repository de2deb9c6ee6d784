import type { DocumentEvent, Entry } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import type { DocumentState } from '../model/state.ts'
import { givesReason } from './reason.ts'
import { refusalToAct } from './standing.ts'
import { keptText, refusalOfLength } from './text.ts'

/** A person's command on a release that is published. The reason is written for readers, in both languages. */
export type WithdrawCommand = Pick<Withdrawal, 'number' | 'reason'>

/**
 * The result of such a command: an event or a refusal. A release is withdrawn once and for good: nothing makes readers
 * trust again what they were told not to rely on, and what is right has an edition of its own.
 */
export function decideWithdrawal(
  state: DocumentState,
  { number, reason }: WithdrawCommand,
  actor: Pick<Person, 'id'>,
  { people, name }: { readonly people: People /** The actor's name as it is published. */; readonly name: string },
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, 'withdraw-release')
  if (refusal) return refusal
  const release = state.releases.find((candidate) => candidate.number === number)
  if (release === undefined) return refuse('release-unknown')
  if (release.withdrawn) return refuse('already-withdrawn', { number: String(number) })
  const [zh, en] = [publicLine(reason.zh), publicLine(reason.en)]
  if (isRefusal(zh)) return zh
  if (isRefusal(en)) return en
  return [{ type: 'release-withdrawn', v: 1, number, name, reason: { zh, en } }]
}

/** The withdrawals of a document's releases, in its entries. */
export function withdrawalsIn(document: string, entries: readonly Entry[]): readonly Withdrawal[] {
  return entries.flatMap(({ event, at }) => {
    if (event.type !== 'release-withdrawn') return []
    const { number, name, reason } = event
    // In this order whatever the journal gives: it is published.
    return [{ document, number, at, name, reason: { zh: reason.zh, en: reason.en } }]
  })
}

/** The withdrawal of a release, among those of all. */
export function withdrawalOf(
  { document, number }: Pick<Release, 'document' | 'number'>,
  withdrawals: readonly Withdrawal[],
): Withdrawal | undefined {
  return withdrawals.find((withdrawal) => withdrawal.document === document && withdrawal.number === number)
}

/** A reason in one line, which is what a page has room for; a refusal if it says nothing. */
function publicLine(words: string): string | Refusal {
  const line = keptText(words).replace(/\s+/gu, ' ').trim()
  if (line === '') return refuse('reason-missing')
  return refusalOfLength(line) ?? (givesReason(line) ? line : refuse('reason-empty'))
}
