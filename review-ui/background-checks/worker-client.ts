import type { BlockKind } from '../../src/model/document.ts'
import type { SegmentState } from '../../src/model/state.ts'
import { base } from '../base.ts'
import { createPace } from '../interaction/pace.ts'
import { createStore, type Store } from '../interaction/store.ts'
import { type BackgroundFindings, type CheckedSentence, sameSentence } from './latest-findings.ts'
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
  alone: new Map(),
  across: new Map(),
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
  const ofDocument = createPace<DocumentReply>((replies) => change(taken(findings.get(), replies, sending.sent)))
  const worker = startWorker(
    (reply) => {
      if (reply.type !== 'typed') return ofDocument.add(reply)
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
  const checked = replies.some(({ type }) => type === 'sentences') ? new Map(alone) : null
  for (const reply of replies) {
    complete = reply.complete
    if (reply.type === 'across') {
      across = compared(reply, across, sent)
      continue
    }
    left = reply.left
    for (const { id, serial, segment, proof } of reply.found) {
      const sentence = sent.get(id)
      if (sentence?.serial === serial) checked?.set(id, { sentence, rules: reply.rules, segment, proof })
    }
  }
  alone = checked ?? alone
  return { alone, across, left, complete }
}

function compared(
  { found }: Extract<DocumentReply, { readonly type: 'across' }>,
  across: BackgroundFindings['across'],
  sent: ReadonlyMap<string, SentSentence>,
): BackgroundFindings['across'] {
  const results = new Map<string, CheckedSentence>()
  for (const { id, serial, findings } of found) {
    const sentence = sent.get(id)
    const before = across.get(id)
    if (sentence?.serial === serial) results.set(id, { sentence, findings })
    // What was compared is no more what stands there; what was found before it is carried on.
    else if (before !== undefined) results.set(id, before)
  }
  return results
}

/** Sends what is new in a document, a part at a time where it is much. */
function createSending(request: (request: CheckRequest) => void) {
  const sent = new Map<string, SentSentence>()
  const waiting: SentSentence[] = []
  let segments: readonly SegmentState[] = []
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
      const before = segments
      segments = rows.map(({ segment }) => segment)
      const isOrdered = before.length === segments.length && segments.every(({ id }, index) => before[index]?.id === id)
      if (!isOrdered) request({ type: 'order', ids: segments.map(({ id }) => id) })
      const from = Math.max(0, near - sentencesAMessage / 4)
      const changed = rows.filter(({ segment }, index) => !isOrdered || before[index] !== segment)
      const ahead = changed.length > sentencesAMessage && from > 0 ? rows.slice(from, from + sentencesAMessage) : []
      for (const row of [...ahead, ...changed]) add(row)
      if (timer === undefined) pass()
    },
    stop: () => clearTimeout(timer),
  }
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
