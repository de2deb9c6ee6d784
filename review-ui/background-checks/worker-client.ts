import { base } from '../base.ts'
import { createStore, type Store } from '../interaction/store.ts'
import { type CheckedSentence, sameSentence } from './latest-findings.ts'
import type { CheckReply, CheckRequest, Rules, Sentence } from './messages.ts'

/** What the background checks have found by now. */
export interface BackgroundFindings {
  readonly document: ReadonlyMap<string, CheckedSentence>
  readonly typed: CheckedSentence | null
  /** Whether they see all there is to see: false where they do not run or have no dictionaries. */
  readonly complete: boolean
}

/** The page's end of the checks that run in a worker. Where no worker can run nothing is found, and that is said. */
export interface BackgroundChecks {
  readonly findings: Store<BackgroundFindings>
  setRules(rules: Rules): void
  /** Checks the document once nothing has changed in it for a moment, as when it is being drafted. */
  checkDocument(sentences: readonly Sentence[]): void
  /** Checks a sentence once no key has been pressed for a moment. */
  checkTyped(sentence: Sentence): void
  close(): void
}

/** What a moment is, in milliseconds. */
const pause = 150

export function startBackgroundChecks(): BackgroundChecks {
  const findings = createStore<BackgroundFindings>({ document: new Map(), typed: null, complete: true })
  const change = (next: Partial<BackgroundFindings>) => findings.set({ ...findings.get(), ...next })
  let turn = 0
  let asked: { readonly turn: number; readonly sentences: readonly Sentence[] } = { turn: 0, sentences: [] }
  let typed: { readonly turn: number; readonly sentence: Sentence } | null = null
  const take = (reply: CheckReply) => {
    if (reply.type === 'sentence') {
      if (typed?.turn === reply.turn) change({ typed: { sentence: typed.sentence, findings: reply.findings } })
    } else if (asked.turn === reply.turn)
      change({ document: bySentence(asked.sentences, reply), complete: reply.complete })
  }
  const worker = startWorker(take, () => change({ document: new Map(), typed: null, complete: false }))
  const give = (request: CheckRequest) => worker?.postMessage(request)
  const typing = createPause()
  const changing = createPause()
  return {
    findings,
    setRules(rules) {
      give({ type: 'rules', rules })
      // What is typed is checked anew with the next key; the document at once.
      typed = null
      change({ typed })
      asked = { ...asked, turn: ++turn }
      give({ type: 'document', ...asked })
    },
    checkDocument(sentences) {
      changing.cancel()
      if (sameSentences(asked.sentences, sentences)) return
      const ask = () => {
        asked = { turn: ++turn, sentences }
        give({ type: 'document', ...asked })
      }
      if (asked.sentences.length === 0) ask()
      else changing.start(ask)
    },
    checkTyped(sentence) {
      typing.cancel()
      if (typed !== null && sameSentence(typed.sentence, sentence)) return
      typing.start(() => {
        typed = { turn: ++turn, sentence }
        give({ type: 'sentence', ...typed })
      })
    },
    close() {
      typing.cancel()
      changing.cancel()
      worker?.terminate()
    },
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

function bySentence(sentences: readonly Sentence[], { findings }: CheckReply): ReadonlyMap<string, CheckedSentence> {
  const bySegment = Map.groupBy(findings, ({ segment }) => segment)
  return new Map(sentences.map((sentence) => [sentence.id, { sentence, findings: bySegment.get(sentence.id) ?? [] }]))
}

function sameSentences(a: readonly Sentence[], b: readonly Sentence[]): boolean {
  return (
    a.length === b.length &&
    a.every((sentence, index) => {
      const other = b[index]
      return other !== undefined && sameSentence(sentence, other)
    })
  )
}
