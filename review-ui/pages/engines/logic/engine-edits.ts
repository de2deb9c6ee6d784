import type { BodyOf } from '../../../../src/contract/calls.ts'
import type { EngineSettingsView } from '../../../../src/contract/views/engines.ts'
import type { Price } from '../../../../src/model/engine.ts'
import { isWebAddress } from '../../../../src/model/engine-destination.ts'
import type { DialectChoice } from '../../../../src/model/prompt-dialect.ts'

/** What the settings of an engine lack while somebody writes them. */
export type EngineProblem = 'threads' | 'project' | 'baseUrl' | 'model' | 'concurrency' | 'price'

type Body = BodyOf<'changeEngine'>

/** The offline engine while somebody sets it up: how many threads, as written; empty for what suits the machine. */
export interface OfflineEdits {
  readonly threads: string
}

export function offlineFormOf({ offline: { threads } }: EngineSettingsView): OfflineEdits {
  return { threads: threads === null ? '' : String(threads) }
}

export function offlineBodyOf({ threads }: OfflineEdits): Body {
  return { offline: { threads: isCallsAtOnce(threads) ? Number(threads) : null } }
}

export function offlineProblems({ threads }: OfflineEdits): readonly EngineProblem[] {
  return isWrongCallsAtOnce(threads) ? ['threads'] : []
}

/** Cloud Translation while somebody sets it up: calls at once and price as written, empty for the usual and for none. */
export type GoogleEdits = Omit<EngineSettingsView['google'], 'concurrency'> & {
  readonly concurrency: string
  /** US dollars a million characters. */
  readonly each: string
}

export function googleFormOf({ google, prices }: EngineSettingsView): GoogleEdits {
  const { concurrency, ...rest } = google
  const price = prices.google
  return {
    ...rest,
    concurrency: concurrency === undefined ? '' : String(concurrency),
    each: price?.unit === 'characters' ? String(price.each) : '',
  }
}

export function googleBodyOf(form: GoogleEdits): Body {
  const { each, project, location, glossary, bucket, model, concurrency } = form
  const google = {
    project: project.trim(),
    location: location.trim(),
    glossary: glossary.trim(),
    ...(bucket !== undefined && { bucket: bucket.trim() }),
    ...(model !== undefined && { model }),
    ...(isCallsAtOnce(concurrency) && { concurrency: Number(concurrency) }),
  }
  return { google, prices: { google: each.trim() === '' ? null : { unit: 'characters', each: Number(each) } } }
}

export function googleProblems({ project, concurrency, each }: GoogleEdits): readonly EngineProblem[] {
  return problemsOf([
    [project.trim() === '', 'project'],
    [isWrongCallsAtOnce(concurrency), 'concurrency'],
    [!isPrice(each), 'price'],
  ])
}

/** An OpenAI-compatible server while somebody sets it up. Of the key that is set it is known only that there is one. */
export interface OpenAiEdits {
  readonly baseUrl: string
  readonly model: string
  /** A key to be set in place of the one there is; empty for none. */
  readonly key: string
  readonly removesKey: boolean
  readonly dialect: DialectChoice
  /** How many calls are under way at once, as written; empty for what suits the dialect. */
  readonly concurrency: string
  /** US dollars a million tokens; empty for no price. */
  readonly input: string
  readonly output: string
}

export function openAiFormOf({ openai, prices }: EngineSettingsView): OpenAiEdits {
  const { baseUrl, model, dialect, concurrency } = openai
  const price = prices['openai-compatible']
  const [input, output] = price?.unit === 'tokens' ? [String(price.input), String(price.output)] : ['', '']
  const calls = concurrency === null ? '' : String(concurrency)
  return { baseUrl, model, key: '', removesKey: false, dialect, concurrency: calls, input, output }
}

export function openAiBodyOf(form: OpenAiEdits): Body {
  const { baseUrl, model, key, removesKey, dialect, concurrency, input, output } = form
  const price: Price | null =
    input.trim() === '' && output.trim() === ''
      ? null
      : { unit: 'tokens', input: Number(input), output: Number(output) }
  return {
    openai: {
      baseUrl: baseUrl.trim(),
      model: model.trim(),
      dialect,
      concurrency: isCallsAtOnce(concurrency) ? Number(concurrency) : null,
      ...(key.trim() !== '' ? { key: key.trim() } : removesKey && { key: '' }),
    },
    prices: { 'openai-compatible': price },
  }
}

export function openAiProblems({ baseUrl, model, concurrency, input, output }: OpenAiEdits): readonly EngineProblem[] {
  return problemsOf([
    [!isWebAddress(baseUrl.trim()), 'baseUrl'],
    [model.trim() === '', 'model'],
    [isWrongCallsAtOnce(concurrency), 'concurrency'],
    [!isPrice(input) || !isPrice(output), 'price'],
  ])
}

function problemsOf(problems: readonly (readonly [isThere: boolean, EngineProblem])[]): readonly EngineProblem[] {
  return problems.flatMap(([isThere, problem]) => (isThere ? [problem] : []))
}

/** Whether a text is a number of calls or threads from 1 to 64. */
function isCallsAtOnce(text: string): boolean {
  return /^\s*(?:[1-9]|[1-5]\d|6[0-4])\s*$/.test(text)
}

/** Whether a text is neither a number of calls nor empty. */
function isWrongCallsAtOnce(text: string): boolean {
  return text.trim() !== '' && !isCallsAtOnce(text)
}

/** Whether a text is an amount of dollars, or nothing. */
function isPrice(text: string): boolean {
  return /^\s*(?:\d{1,6}(?:\.\d{1,6})?)?\s*$/.test(text)
}

/** Whether saving drops the key that is set: it was given for one server and does not go along to another. */
export function dropsKey({ key, baseUrl }: OpenAiEdits, saved: EngineSettingsView): boolean {
  return saved.openai.keySet && key.trim() === '' && baseUrl.trim() !== saved.openai.baseUrl
}
