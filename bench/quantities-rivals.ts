import { spawnSync } from 'node:child_process'
// @ts-expect-error its types do not resolve under nodenext
import recognizers from '@microsoft/recognizers-text-suite/dist/recognizers-text-suite.umd.js'

export interface Texts {
  readonly zh: string
  readonly en: string
}

/** What a checker says of pairs: which it flags, and in how much processor time. Null where it is not installed. */
export interface Verdicts {
  readonly flagged: readonly boolean[]
  readonly seconds: number
}
export type Rival = (pairs: readonly Texts[]) => Verdicts | null

export function timed(pairs: readonly Texts[], flags: (pair: Texts) => boolean): Verdicts {
  const before = process.cpuUsage().user
  const flagged = pairs.map(flags)
  return { flagged, seconds: (process.cpuUsage().user - before) / 1e6 }
}

function sameSet(a: Iterable<string>, b: Iterable<string>): boolean {
  const [left, right] = [new Set(a), new Set(b)]
  return left.size === right.size && [...left].every((value) => right.has(value))
}

/** The runs of digits of both sides, as they stand, without thousand commas. */
const digits: Rival = (pairs) => {
  const runs = (text: string) =>
    [...text.normalize('NFKC').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([run]) => run.replace(/,/g, '')).sort()
  return timed(pairs, ({ zh, en }) => runs(zh).join() !== runs(en).join())
}

const translateToolkit: Rival = (pairs) => {
  const script = new URL('quantities-translate-toolkit.py', import.meta.url).pathname
  const input = pairs.map(({ zh, en }) => JSON.stringify({ zh, en })).join('\n')
  // Debian's own python: another one on the path does not see the package.
  const run = spawnSync('/usr/bin/python3', [script], { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
  // biome-ignore lint/plugin/no-cast: the script beside this file prints this
  return run.status === 0 ? (JSON.parse(run.stdout) as Verdicts) : null
}

interface Recognised {
  readonly resolution: { readonly value?: string } | null
}
type Recogniser = (text: string, culture: string) => readonly Recognised[]

/** Numbers, ordinals and percentages by value, as sets. */
const recognizersText: Rival = (pairs) => {
  // biome-ignore lint/plugin/no-cast: the package has more functions than its types name
  const { recognizeNumber, recognizeOrdinal, recognizePercentage } = recognizers as Record<string, Recogniser>
  const values = (text: string, culture: string) =>
    [recognizeNumber, recognizeOrdinal, recognizePercentage].flatMap((recognise) =>
      (recognise?.(text, culture) ?? []).map(({ resolution }) => resolution?.value ?? ''),
    )
  return timed(pairs, ({ zh, en }) => !sameSet(values(zh, 'zh-cn'), values(en, 'en-us')))
}

export const rivals: Readonly<Record<string, Rival>> = {
  'digits compared as they stand': digits,
  'translate-toolkit `numbers`': translateToolkit,
  'Recognizers-Text, as sets': recognizersText,
}
