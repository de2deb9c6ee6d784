import type { Dialect } from '../../src/model/house-style.ts'
import type { Steps } from '../../src/model/steps.ts'
import type { DictionaryFiles } from '../../src/proofing/dictionary.ts'
import { createProofreader, type Proofread } from '../../src/proofing/proofread.ts'
import { base } from '../base.ts'
import { type ComparedSentence, createDocumentChecker, type DocumentChecker } from './document-checker.ts'
import type { CheckReply, CheckRequest, Sentence } from './messages.ts'

// Everything here runs beside the page, so that no key press waits for it.

async function textAt(path: string): Promise<string> {
  const response = await fetch(path)
  // The room's page answers wherever no file is.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
  if (!response.ok || isPage) throw new Error(`no file at ${path}`)
  return response.text()
}

async function dictionaryOf(dialect: Dialect): Promise<DictionaryFiles> {
  const [aff, dic] = await Promise.all([
    textAt(`${base}/dictionaries/${dialect}.aff`),
    textAt(`${base}/dictionaries/${dialect}.dic`),
  ])
  return { aff, dic }
}

async function openProofread(): Promise<Proofread | null> {
  try {
    const [american, british] = await Promise.all([dictionaryOf('american'), dictionaryOf('british')])
    return createProofreader({ american, british }).proofread
  } catch {
    // CheckedSentence to the page with every answer: what takes no dictionary is read all the same.
    return null
  }
}

/** How long the worker works before it hears what has come in meanwhile, in milliseconds. */
const slice = 30

/** How long it rests after that: where there are two processors or fewer, the page would wait for one. */
const rest = navigator.hardwareConcurrency > 2 ? 0 : slice

/** The page takes findings in at most once in this time: it is drawn anew with each. */
const pace = 250

/** Sentences in one answer: the page takes them in within a few milliseconds. */
const sentencesAnAnswer = 100

const opening = openProofread()
let proofread: Proofread | null = null
let checker: DocumentChecker | null = null
let rules = 0
/** Whether something has changed since the sentences were last compared. */
let stale = false
/** The comparing that is under way, and what becomes of it. */
let comparing: { readonly steps: Steps<readonly ComparedSentence[]>; readonly turn: number | null } | null = null
/** What is typed waits to be read, then to be compared. */
let typed: { readonly turn: number; readonly sentence: Sentence; isRead: boolean } | null = null
let found: Extract<CheckReply, { readonly type: 'sentences' }>['found'][number][] = []
let told = 0
let working = false

type Answer = CheckReply extends infer Reply ? (Reply extends CheckReply ? Omit<Reply, 'complete'> : never) : never

function answer(reply: Answer): void {
  postMessage({ ...reply, complete: proofread !== null })
}

function take(request: CheckRequest): void {
  if (request.type === 'rules') {
    const sentences = checker?.sentences() ?? []
    const order = checker?.order() ?? []
    checker = createDocumentChecker(request.rules, proofread)
    rules = request.number
    checker.putInOrder(order)
    checker.take(sentences)
    ;[comparing, typed, found, stale] = [null, null, [], true]
  } else if (request.type === 'typed') {
    typed = { turn: request.turn, sentence: request.sentence, isRead: false }
    if (comparing?.turn !== null) comparing = null
  } else {
    if (request.type === 'order') checker?.putInOrder(request.ids)
    else checker?.take(request.sentences)
    stale = true
  }
}

/** Does the most urgent piece of work; whether there was any. */
function work(checks: DocumentChecker): boolean {
  if (typed !== null && !typed.isRead) {
    typed.isRead = true
    answer({ type: 'typed', by: 'proof', turn: typed.turn, findings: checks.proofread(typed.sentence) })
    return true
  }
  const checked = checks.checkNext()
  if (checked !== null) {
    found.push(checked)
    return true
  }
  tell(checks)
  return compare(checks)
}

function tell(checks: DocumentChecker): void {
  for (const some of inAnswers(found)) answer({ type: 'sentences', rules, found: some, left: checks.waiting() })
  found = []
  told = performance.now()
}

function* inAnswers<T>(found: readonly T[]): Generator<readonly T[], void> {
  for (let from = 0; from < found.length; from += sentencesAnAnswer) yield found.slice(from, from + sentencesAnAnswer)
}

/** Goes a step on with comparing: first the sentence that is typed with all others, then the document as it stands. */
function compare(checks: DocumentChecker): boolean {
  if (comparing === null && typed !== null) comparing = { steps: checks.compareSteps(typed.sentence), turn: typed.turn }
  else if (comparing === null && stale) {
    stale = false
    comparing = { steps: checks.compareSteps(), turn: null }
  }
  if (comparing === null) return false
  const step = comparing.steps.next()
  if (step.done !== true) return true
  if (comparing.turn !== null) {
    answer({
      type: 'typed',
      by: 'across',
      turn: comparing.turn,
      findings: step.value.flatMap(({ findings }) => findings),
    })
    typed = null
  } else for (const some of inAnswers(step.value)) answer({ type: 'across', found: some })
  comparing = null
  return true
}

function run(): void {
  working = false
  if (checker === null) return
  const begun = performance.now()
  while (work(checker)) {
    const now = performance.now()
    if (now - told > pace) tell(checker)
    if (now - begun < slice) continue
    working = true
    // What came in meanwhile is taken first.
    setTimeout(run, rest)
    return
  }
}

addEventListener('message', async ({ data }: MessageEvent<CheckRequest>) => {
  proofread = await opening
  take(data)
  if (working) return
  working = true
  setTimeout(run)
})
