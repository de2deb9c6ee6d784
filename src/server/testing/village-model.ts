import { type Fault, type Loopback, type LoopbackRequest, startLoopback } from '../../engines/loopback/server.ts'

/** What the JSON dialect asks of a segment. */
export interface Asked {
  readonly id: string
  readonly source: string
  readonly draft?: string
}

/** Requests of a call, and calls at once, of the JSON dialect. */
const items = 20
export const atOnce = 8

/** The term of the texts, and its English. */
export const program = { source: '千万工程', english: 'Green Rural Revival Program' }

/** A text with so many sentences, one a line, each with its number and the term. */
export function villages(sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => `第${index + 1}村学习“${program.source}”经验。`).join('\n')
}

/** Whether the first draft of a sentence lacks the term. */
const flawed = (number: number) => number % 5 === 0

/** A model that keeps the sentences it was asked for, and whose answers `spoil` cuts short, or holds back. */
export async function startVillageModel(
  spoil: (asked: readonly Asked[]) => readonly Asked[] | Promise<readonly Asked[]>,
): Promise<Loopback & { readonly askedFor: Asked[] }> {
  const askedFor: Asked[] = []
  const server = await startLoopback(async (request) => {
    const asked = segmentsOf(request)
    askedFor.push(...asked)
    const translations = (await spoil(asked)).map(({ id, source, draft }) => ({ id, target: translate(source, draft) }))
    const message = { role: 'assistant', content: JSON.stringify({ translations }) }
    return { status: 200, body: { choices: [{ index: 0, message, finish_reason: 'stop' }] } }
  })
  return { ...server, askedFor }
}

function segmentsOf({ body }: LoopbackRequest): readonly Asked[] {
  // biome-ignore lint/plugin/no-cast: the engine wrote the request, and its own tests hold its form
  const { messages } = body as { readonly messages: readonly { readonly content: string }[] }
  return JSON.parse(messages.at(-1)?.content ?? '').segments
}

function translate(source: string, draft: string | undefined): string {
  const number = Number(/第(\d+)/.exec(source)?.[1] ?? 0)
  const learned = flawed(number) && draft === undefined ? 'a program' : `the ${program.english}`
  return `Village No. ${number} learns from ${learned}.`
}

/** Faults that pass. */
export const storms: readonly Fault[] = [
  { type: 'status', status: 429, body: { error: { message: 'slow down' } }, headers: { 'retry-after': '0' } },
  { type: 'status', status: 503, body: { error: { message: 'busy' } } },
  { type: 'reset' },
]

/** The fewest calls that draft so many sentences, and those that mend the flawed ones. */
export function fewestCalls(sentences: number): number {
  const repairs = Math.floor(sentences / 5)
  return Math.ceil(sentences / items) + Math.ceil(repairs / items)
}
