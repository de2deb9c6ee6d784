import { type Said, sameSentence } from './latest-findings.ts'
import type { FromReader, Rules, Sentence, ToReader } from './messages.ts'

/** What the reader has said by now. */
export interface ReaderView {
  readonly document: ReadonlyMap<string, Said>
  readonly typed: Said | null
  /** Whether it can be relied on to read all there is: false where it does not run or has no dictionaries. */
  readonly whole: boolean
}

/** The page's end of the reader that works beside it. Where that cannot run, nothing is said, and that is told. */
export interface ReaderDesk {
  view(): ReaderView
  subscribe(listener: () => void): () => void
  readBy(rules: Rules): void
  /** Reads the document once nothing has changed in it for a moment, as when it is being drafted. */
  readDocument(sentences: readonly Sentence[]): void
  /** Reads a sentence once no key has been pressed for a moment. */
  readTyped(sentence: Sentence): void
  close(): void
}

/** What a moment is, in milliseconds. */
const pause = 150

export function openReader(): ReaderDesk {
  let view: ReaderView = { document: new Map(), typed: null, whole: true }
  const listeners = new Set<() => void>()
  const change = (next: Partial<ReaderView>) => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }
  const worker = started()
  const give = (message: ToReader) => worker?.postMessage(message)
  let turn = 0
  let asked: { readonly turn: number; readonly sentences: readonly Sentence[] } = { turn: 0, sentences: [] }
  let typed: { readonly turn: number; readonly sentence: Sentence } | null = null
  let typing: ReturnType<typeof setTimeout> | undefined
  let changing: ReturnType<typeof setTimeout> | undefined

  function started(): Worker | null {
    try {
      const worker = new Worker('/reader.js', { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => take(data))
      worker.addEventListener('error', () => {
        worker.terminate()
        change({ document: new Map(), typed: null, whole: false })
      })
      return worker
    } catch {
      view = { ...view, whole: false }
      return null
    }
  }

  function take({ type, turn, whole, findings }: FromReader): void {
    if (type === 'sentence') {
      if (typed?.turn === turn) change({ typed: { sentence: typed.sentence, findings } })
      return
    }
    if (asked.turn !== turn) return
    const bySegment = Map.groupBy(findings, ({ segment }) => segment)
    const document = new Map(
      asked.sentences.map((sentence) => [sentence.id, { sentence, findings: bySegment.get(sentence.id) ?? [] }]),
    )
    change({ document, whole })
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readBy(rules) {
      give({ type: 'rules', rules })
      // What is typed is asked about anew with the next key; the document at once.
      typed = null
      change({ typed })
      asked = { ...asked, turn: ++turn }
      give({ type: 'document', ...asked })
    },
    readDocument(sentences) {
      clearTimeout(changing)
      if (sameSentences(asked.sentences, sentences)) return
      const ask = () => {
        asked = { turn: ++turn, sentences }
        give({ type: 'document', ...asked })
      }
      if (asked.sentences.length === 0) ask()
      else changing = setTimeout(ask, pause)
    },
    readTyped(sentence) {
      clearTimeout(typing)
      if (typed !== null && sameSentence(typed.sentence, sentence)) return
      typing = setTimeout(() => {
        typed = { turn: ++turn, sentence }
        give({ type: 'sentence', ...typed })
      }, pause)
    },
    close() {
      clearTimeout(typing)
      clearTimeout(changing)
      worker?.terminate()
    },
  }
}

function sameSentences(a: readonly Sentence[], b: readonly Sentence[]): boolean {
  return a.length === b.length && a.every((sentence, index) => sameSentence(sentence, b[index] as Sentence))
}
