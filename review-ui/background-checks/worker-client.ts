import type { BlockKind } from '../../src/model/document.ts'
import type { SegmentState } from '../../src/model/state.ts'
import { Table } from '../../src/model/table.ts'
import { base } from '../base.ts'
import { createPace } from '../interaction/pace.ts'
import { createStore, type Store } from '../interaction/store.ts'
import { type BackgroundFindings, sameSentence } from './latest-findings.ts'
import type { CheckReply, CheckRequest, Rules, Sentence, SentSentence } from './messages.ts'
import { sentenceOf } from './sentence.ts'

/** A row as the checks follow it. */
export interface FollowedRow {
  readonly segment: SegmentState
  readonly kind: BlockKind
}

/** The page's end of the checks that run in a worker. Where no worker can run nothing is found, and that is said. */
export interface BackgroundChecks {
  readonly findings: Store<BackgroundFindings>
  setRules(rules: Rules): void
  /** Takes the rows of the document: those that stand otherwise than before are checked, at first those at `near`. */
  follow(rows: readonly FollowedRow[], near: number): void
  /** Checks a sentence once no key has been pressed for a moment. */
  checkTyped(sentence: Sentence): void
  close(): void
}

/** What a moment is, in milliseconds. */
const pause = 150

/** Sentences in one message: copying them takes about a millisecond. */
const sentencesAMessage = 400

const nothing: BackgroundFindings = {
  alone: Table.of([]),
  across: Table.of([]),
  typed: { proof: null, across: null },
  rules: 0,
  left: 0,
  complete: true,
}

export function startBackgroundChecks(): BackgroundChecks {
  const findings = createStore(nothing)
  const change = (next: Partial<BackgroundFindings>) => findings.set({ ...findings.get(), ...next })
  const sending = createSending((request) => worker?.postMessage(request))
  const typing = createPause()
  let typed: { readonly turn: number; readonly sentence: Sentence } | null = null
  let turn = 0
  const ofDocument = createPace<DocumentReply>((replies) => change(taken(findings.get(), replies, sending.sent)), {
    weightOf: ({ found }) => found.length,
  })
  const worker = startWorker(
    (reply) => {
      if (reply.type !== 'typed') return ofDocument.add([reply])
      if (typed?.turn !== reply.turn) return
      const checked = { sentence: typed.sentence, findings: reply.findings }
      change({ typed: { ...findings.get().typed, [reply.by]: checked }, complete: reply.complete })
    },
    () => change({ ...nothing, complete: false }),
  )
  return {
    findings,
    setRules(rules) {
      // What is typed is checked anew with the next key; the document at once.
      typed = null
      change({ typed: nothing.typed, rules: findings.get().rules + 1 })
      sending.request({ type: 'rules', number: findings.get().rules, rules })
    },
    follow: sending.follow,
    checkTyped(sentence) {
      typing.cancel()
      if (typed !== null && sameSentence(typed.sentence, sentence)) return
      typing.start(() => {
        typed = { turn: ++turn, sentence }
        sending.request({ type: 'typed', ...typed })
      })
    },
    close() {
      typing.cancel()
      ofDocument.close()
      sending.stop()
      worker?.terminate()
    },
  }
}

type DocumentReply = Extract<CheckReply, { readonly type: 'sentences' | 'across' }>

/** What replies change of the findings, as far as these are of the sentences that were sent last. */
function taken(
  before: BackgroundFindings,
  replies: readonly DocumentReply[],
  sent: ReadonlyMap<string, SentSentence>,
): Partial<BackgroundFindings> {
  let { alone, across, left, complete } = before
  /** The sentence that an answer is about; undefined where other words were sent since. */
  const sentenceOf = ({ id, serial }: { readonly id: string; readonly serial: number }) => {
    const sentence = sent.get(id)
    return sentence?.serial === serial ? sentence : undefined
  }
  for (const reply of replies) {
    complete = reply.complete
    if (reply.type === 'across') {
      // What was found before in a sentence that stands otherwise now is carried on.
      across = across.with(
        reply.found.flatMap((one) => {
          const sentence = sentenceOf(one)
          return sentence === undefined ? [] : [{ id: one.id, sentence, findings: one.findings }]
        }),
      )
      continue
    }
    left = reply.left
    alone = alone.with(
      reply.found.flatMap((one) => {
        const sentence = sentenceOf(one)
        const { id, segment, proof } = one
        return sentence === undefined ? [] : [{ id, sentence, rules: reply.rules, segment, proof }]
      }),
    )
  }
  return { alone, across, left, complete }
}

/** Sends what is new in a document, a part at a time where it is much. */
function createSending(request: (request: CheckRequest) => void) {
  const sent = new Map<string, SentSentence>()
  const waiting: SentSentence[] = []
  let followed: readonly FollowedRow[] = []
  let serial = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const pass = () => {
    timer = undefined
    const sentences = waiting.splice(0, sentencesAMessage)
    if (sentences.length > 0) request({ type: 'sentences', sentences })
    if (waiting.length > 0) timer = setTimeout(pass)
  }
  const add = ({ segment, kind }: FollowedRow) => {
    const sentence = { ...sentenceOf(segment, kind), serial: serial + 1 }
    const before = sent.get(segment.id)
    if (before !== undefined && sameSentence(before, sentence)) return
    serial++
    sent.set(segment.id, sentence)
    waiting.push(sentence)
  }
  return {
    sent,
    request,
    follow(rows: readonly FollowedRow[], near: number) {
      const before = followed
      followed = rows
      const isOrdered = before.length === rows.length && rows.every((row, index) => isSameSegment(row, before[index]))
      if (!isOrdered) request({ type: 'order', ids: rows.map(({ segment }) => segment.id) })
      const from = Math.max(0, near - sentencesAMessage / 4)
      // Rows that have not changed are the very ones before.
      const changed = rows.filter(
        (row, index) => !isOrdered || (row !== before[index] && row.segment !== before[index]?.segment),
      )
      const ahead = changed.length > sentencesAMessage && from > 0 ? rows.slice(from, from + sentencesAMessage) : []
      for (const row of [...ahead, ...changed]) add(row)
      if (timer === undefined) pass()
    },
    stop: () => clearTimeout(timer),
  }
}

function isSameSegment(row: FollowedRow, other: FollowedRow | undefined): boolean {
  return row === other || row.segment.id === other?.segment.id
}

function startWorker(onReply: (reply: CheckReply) => void, onFailure: () => void): Worker | null {
  try {
    const worker = new Worker(`${base}/reader.js`, { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => onReply(data))
    worker.addEventListener('error', () => {
      worker.terminate()
      onFailure()
    })
    return worker
  } catch {
    onFailure()
    return null
  }
}

/** Runs a task after a moment, unless another comes or it is called off. */
function createPause() {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    cancel: () => clearTimeout(timer),
    start(task: () => void) {
      clearTimeout(timer)
      timer = setTimeout(task, pause)
    },
  }
}
