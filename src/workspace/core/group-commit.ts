import type { Entry, Event } from '../../model/event.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Steps } from '../../model/steps.ts'
import { type Clock, type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { chainStart, chainSteps } from '../../review/chain.ts'
import { writtenAt } from '../../review/clock.ts'
import { gathering } from './gathering.ts'
import { type Page, pageAfter } from './page.ts'

export type Decide<S, E extends Event> = (page: Page<S, E>) => readonly E[] | Refusal | Promise<readonly E[] | Refusal>

/** A write that waits for its answer; or, with `until`, somebody who waits until the entries up to there are known. */
interface Write<S, E extends Event> {
  readonly until?: number
  readonly by: string
  readonly decide: Decide<S, E>
  readonly answer: (answer: readonly Entry<E>[] | Refusal) => void
  readonly fail: (fault: unknown) => void
}

export interface GroupCommit<S, E extends Event> {
  write(by: string, decide: Decide<S, E>): Promise<readonly Entry<E>[] | Refusal>
  /** Resolves when the entries up to `until` are known, or all there are. */
  follow(until: number): Promise<void>
}

/** What writes come to that share one append. An answer counts once the store has what was added. */
interface Batch<S, E extends Event> {
  /** What it was decided on. */
  readonly before: Page<S, E>
  readonly added: readonly Entry<E>[]
  readonly state: S
  readonly answers: readonly { readonly write: Write<S, E>; readonly answer: readonly Entry<E>[] | Refusal }[]
}

/** A journal to which is written. */
export interface Writable<S, E extends Event> {
  readonly world: { readonly clock: Clock; readonly digest: Digest; readonly pause: Pause }
  /** The newest time that other journals know of. */
  readonly known: () => Promise<string | undefined>
  /** The state after `added`. */
  readonly fold: (before: S | undefined, added: readonly Entry<E>[]) => Steps<S>
  readonly read: () => Promise<Page<S, E>>
  readonly append: (added: readonly Entry<E>[]) => Promise<'appended' | 'conflict'>
  /** Makes a page of what was appended the present one. */
  readonly turnTo: (before: Page<S, E>, state: S, added: readonly Entry<E>[]) => void
  /** The page after what others have appended since. */
  readonly catchUp: (before: Page<S, E>) => Promise<Page<S, E>>
  /** The same where there may be others; where not, the page itself. */
  readonly fresh: (before: Page<S, E>) => Promise<Page<S, E>>
}

/** Writes that share one append: more would make the first of them wait for the last. */
const mostTogether = 64

/** How often a decision is repeated on the grown journal before the write fails. */
const mostTries = 50

/**
 * Group commit: the writes that come while an append is on its way are decided one after the other, each on what those
 * before it decided, and go to the store in one append, which flushes once. None is answered before; where the append
 * fails, all that rest on it do. See `Book.write`.
 */
export function groupCommit<S, E extends Event>(journal: Writable<S, E>): GroupCommit<S, E> {
  const enqueue = gathering<Write<S, E>>(mostTogether, (writes) => commit(journal, writes))
  return {
    write: (by, decide) => new Promise((answer, fail) => enqueue({ by, decide, answer, fail })),
    follow: (until) =>
      new Promise((done, fail) => enqueue({ until, by: '', decide: () => [], answer: () => done(), fail })),
  }
}

async function commit<S, E extends Event>(journal: Writable<S, E>, writes: readonly Write<S, E>[]): Promise<void> {
  let open = writes
  try {
    let present = await journal.read()
    const until = Math.max(...writes.map((write) => write.until ?? 0))
    if (until > (present.last?.sequence ?? 0)) present = await journal.catchUp(present)
    for (let tries = 0; tries < mostTries; tries++) {
      const { before, added, state, answers } = await decideAll(journal, present, open)
      present = before
      if (answers.length === 0) return
      open = answers.map(({ write }) => write)
      if ((await journal.append(added)) === 'appended') {
        journal.turnTo(present, state, added)
        for (const { write, answer } of answers) write.answer(answer)
        return
      }
      present = await journal.catchUp(present)
    }
    for (const write of open) write.answer(refuse('journal-conflict'))
  } catch (fault) {
    for (const write of open) write.fail(fault)
  }
}

/**
 * Those that fail, and those that add nothing to what is stored, are answered at once: on all that others have appended
 * so far, since nothing is sent to the store that would show it.
 */
async function decideAll<S, E extends Event>(
  journal: Writable<S, E>,
  known: Page<S, E>,
  writes: readonly Write<S, E>[],
): Promise<Batch<S, E>> {
  let present = known
  const added: Entry<E>[] = []
  const answers: { readonly write: Write<S, E>; readonly answer: readonly Entry<E>[] | Refusal }[] = []
  let after = present
  for (const write of writes) {
    try {
      let answer = await decided(journal, after, write)
      if (added.length === 0 && isNothing(answer) && write.until === undefined) {
        const fresh = await journal.fresh(present)
        if (fresh !== present) {
          present = fresh
          after = fresh
          answer = await decided(journal, after, write)
        }
      }
      if (!isRefusal(answer) && answer.length > 0) {
        const state = await inSlices(journal.fold(after.state, answer), journal.world.pause)
        for (const entry of answer) added.push(entry)
        after = pageAfter(state, present, added)
      }
      if (added.length === 0) write.answer(answer)
      else answers.push({ write, answer })
    } catch (fault) {
      write.fail(fault)
    }
  }
  return { before: present, added, state: after.state, answers }
}

function isNothing(answer: readonly unknown[] | Refusal): boolean {
  return isRefusal(answer) || answer.length === 0
}

async function decided<S, E extends Event>(
  { world, known }: Writable<S, E>,
  page: Page<S, E>,
  { by, decide }: Write<S, E>,
): Promise<readonly Entry<E>[] | Refusal> {
  const events = await decide(page)
  if (isRefusal(events)) return events
  if (events.length === 0) return []
  if (page.damage) throw page.damage
  const linking = { ...writtenAt(world.clock(), page.last, await known()), by, digest: world.digest }
  return inSlices(chainSteps(page.last ?? chainStart, events, linking), world.pause)
}
