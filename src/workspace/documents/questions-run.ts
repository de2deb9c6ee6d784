import type { QuestionsStatus } from '../../contract/views/questions.ts'
import { type Chance, type Patience, tryWithPatience } from '../../drafting/calling.ts'
import { type Budget, createAccount } from '../../drafting/spending.ts'
import type { Price } from '../../model/engine.ts'
import type { Question } from '../../model/question.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Chat } from '../../ports/chat.ts'
import { charactersOf, expectedUse, promptOf } from '../../questions/ask.ts'
import { readQuestions } from '../../questions/read.ts'
import type { EngineAccount } from '../core/engine-ledger.ts'
import type { MarkedPair } from './question-answers.ts'

/** A run of a language model over sentences of a document. */
export interface QuestionsRun {
  status(): QuestionsStatus
  /** Stops the run; later answers are discarded. */
  stop(): void
  /** Fulfilled after the last answer has been handled. */
  readonly ended: Promise<void>
}

/** A run over a document, and what it has been answered and others may see before it is written. */
export interface HeldQuestionsRun {
  readonly run: QuestionsRun
  readonly answers: ReadonlyMap<string, readonly Question[]>
}

export interface QuestionsRunOptions {
  readonly chat: Chat
  readonly chance: Chance
  readonly prices: ReadonlyMap<string, Price>
  readonly budget: Budget
  /** Takes what was answered; `isLast` at the end of the run. */
  readonly keep: (answers: ReadonlyMap<string, readonly Question[]>, isLast: boolean) => Promise<void>
  readonly account: EngineAccount
  readonly report: (fault: unknown) => void
  /** Whether texts may still be sent: asked before each call, since the office may take its word back. */
  readonly maySend: () => Promise<boolean>
}

/** Somebody waits, and a sentence more or less without an answer is no loss. */
const patience: Patience = { attempts: 3, first: 1000, most: 20_000 }

/** Asks about sentences, a few calls at once. What a call of several leaves without an answer is asked about by itself, once. */
export function runQuestions(
  calls: readonly (readonly MarkedPair[])[],
  { chat, chance, prices, budget, keep, account, report, maySend }: QuestionsRunOptions,
): QuestionsRun {
  const abort = new AbortController()
  const { signal } = abort
  const money = createAccount(prices, budget)
  const left = [...calls]
  let limit: Refusal | undefined
  let status: QuestionsStatus = {
    running: true,
    done: 0,
    total: calls.reduce((sum, pairs) => sum + pairs.length, 0),
    questions: 0,
    unanswered: 0,
    spending: [],
  }
  const end = (refused?: Refusal) => {
    abort.abort()
    if (!status.running) return
    const { waiting: _, ...rest } = status
    status = { ...rest, running: false, ...(refused && { refused: { code: refused.code, params: refused.params } }) }
  }

  async function ask(pairs: readonly MarkedPair[]): Promise<string | Refusal> {
    const expected = expectedUse(pairs)
    if (!money.reserve(chat.engine, expected)) return refuse('engine-budget')
    try {
      const answer = await tryWithPatience(() => chat.ask(promptOf(pairs), signal), {
        patience,
        chance,
        signal,
        used: (usage) => money.use(chat.engine, { ...usage, characters: charactersOf(pairs) }),
        waiting({ refusal: { code, params }, milliseconds }) {
          status = { ...status, waiting: { code, params, milliseconds } }
        },
      })
      return answer.type === 'answered' ? answer.content : answer.refusal
    } finally {
      money.release(chat.engine, expected)
      status = { ...status, spending: money.spending() }
    }
  }

  async function take(pairs: readonly MarkedPair[], content: string): Promise<void> {
    const read = readQuestions(content, pairs)
    const without = pairs.filter(({ id }) => !read.has(id))
    // An answer that is too long for the model is cut off: the sentences by themselves have shorter ones.
    if (pairs.length > 1 && limit === undefined) left.unshift(...without.map((pair) => [pair]))
    await keep(new Map(pairs.flatMap(({ id, mark }) => (read.has(id) ? [[mark, read.get(id) ?? []]] : []))), false)
    status = countedWith(status, read, pairs.length === 1 ? without.length : 0)
  }

  async function work(): Promise<void> {
    for (let pairs = left.shift(); pairs !== undefined && !signal.aborted; pairs = left.shift()) {
      if (!(await maySend())) return end(refuse('questions-off'))
      const content = await ask(pairs)
      if (isRefusal(content)) {
        account.failed(chat.engine, content, true)
        // What is under way is paid for: at the limit it is waited for, and nothing more is asked.
        if (content.code !== 'engine-budget') return end(content)
        left.length = 0
        limit = content
        return
      }
      account.answered(chat.engine, money.spending())
      if (signal.aborted) return
      await take(pairs, content)
    }
  }

  const ended = Promise.all(Array.from({ length: chat.concurrency }, work))
    .then(() => end(limit))
    .catch((fault: unknown) => {
      if (!signal.aborted) report(fault)
      end(refuse('engine-unavailable', { engine: chat.engine, detail: '' }))
    })
    .then(() => keep(new Map(), true).catch(report))
    .then(() => account.close(money.spending()))
  return { status: () => status, stop: () => end(), ended }
}

/** The status of a run with more answers, and with more sentences that have none even by themselves. */
function countedWith(
  { waiting: _, ...before }: QuestionsStatus,
  read: ReadonlyMap<string, readonly Question[]>,
  without: number,
): QuestionsStatus {
  return {
    ...before,
    done: before.done + read.size + without,
    unanswered: before.unanswered + without,
    questions: before.questions + [...read.values()].reduce((sum, { length }) => sum + length, 0),
  }
}
