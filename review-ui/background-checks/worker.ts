import type { Dialect } from '../../src/model/house-style.ts'
import type { DictionaryFiles } from '../../src/proofing/dictionary.ts'
import { createProofreader, type Proofread } from '../../src/proofing/proofread.ts'
import { base } from '../base.ts'
import { createDocumentChecker, type Reader } from './document-checker.ts'
import type { CheckReply, CheckRequest } from './messages.ts'

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

const opening = openProofread()
const waiting = new Map<CheckRequest['type'], CheckRequest>()
let reader: Reader | null = null
let proofread: Proofread | null = null

function waited<T extends CheckRequest['type']>(type: T): Extract<CheckRequest, { type: T }> | undefined {
  // biome-ignore lint/plugin/no-cast: every message waits under its type
  const message = waiting.get(type) as Extract<CheckRequest, { type: T }> | undefined
  waiting.delete(type)
  return message
}

function work(): void {
  const rules = waited('rules')
  if (rules) reader = createDocumentChecker(rules.rules, proofread)
  if (reader === null) return
  const answer = (answer: Omit<CheckReply, 'complete'>) => postMessage({ ...answer, complete: proofread !== null })
  const document = waited('document')
  if (document) answer({ type: 'document', turn: document.turn, findings: reader.checkDocument(document.sentences) })
  const sentence = waited('sentence')
  if (sentence) answer({ type: 'sentence', turn: sentence.turn, findings: reader.checkSentence(sentence.sentence) })
}

addEventListener('message', async ({ data }: MessageEvent<CheckRequest>) => {
  waiting.set(data.type, data)
  proofread = await opening
  // What came in meanwhile is taken together.
  setTimeout(work)
})
