/**
 * The rules of other checkers over the same pairs: what they flag of the right ones, and what of the wrong ones they flag
 * and not of the right. Rules of Okapi, OmegaT and LanguageTool stand here as what they do, not as their code.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { type Pair, pairsIn, percent, rightOf } from './faithfulness-pairs.ts'
import { rivals as ofNumbers } from './quantities-rivals.ts'

/** Of each pair, the names of the rules that it breaks; null where the checker is not installed. */
type Rival = (pairs: readonly Pair[]) => readonly (readonly string[])[] | null

const translateToolkit: Rival = (pairs) => {
  const script = new URL('faithfulness-translate-toolkit.py', import.meta.url).pathname
  const input = pairs.map(({ zh, en }) => JSON.stringify({ zh, en })).join('\n')
  // Debian's own python: another one on the path does not see the package.
  const run = spawnSync('/usr/bin/python3', [script], { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  // biome-ignore lint/plugin/no-cast: the script beside this file prints this
  return run.status === 0 ? (JSON.parse(run.stdout) as string[][]) : null
}

const runs = (text: string) => (text.match(/\d+/gu) ?? []).toSorted().join()
const endings = new Map([...'。！？；：，'].map((mark, index) => [mark, '.!?;:,'[index]]))
const repeated = /\b(\p{L}+)\s+\1\b/iu

/** The rules that Okapi's quality check has on by default. */
const okapi: Rival = (pairs) =>
  pairs.map(({ zh, en }) => [
    ...(runs(zh) === runs(en) ? [] : ['pattern \\d+']),
    ...(en.trim() === '' ? ['empty target'] : []),
    ...(zh === en ? ['same as source'] : []),
    ...(repeated.test(en) ? ['doubled word'] : []),
    ...(/^\s/u.test(zh) !== /^\s/u.test(en) || /\s$/u.test(zh) !== /\s$/u.test(en) ? ['white space'] : []),
  ])

/** The rules of its issues, and those that LanguageTool has for two texts, which it asks. */
const omegaT: Rival = (pairs) =>
  pairs.map(({ zh, en }) => {
    const skew = (100 * zh.length) / Math.max(1, en.length)
    const last = zh.at(-1) ?? ''
    return [
      ...(runs(zh) === runs(en) ? [] : ['numbers']),
      ...(zh === en ? ['same translation'] : []),
      ...(skew > 250 || skew < 30 ? ['different length'] : []),
      ...((endings.get(last) ?? last) === (en.at(-1) ?? '') ? [] : ['different punctuation']),
    ]
  })

const numbersOf =
  (name: string): Rival =>
  (pairs) =>
    ofNumbers[name]?.(pairs)?.flagged.map((isFlagged) => (isFlagged ? [name] : [])) ?? null

const rivals: Readonly<Record<string, Rival>> = {
  'translate-toolkit, all its checks': translateToolkit,
  "Okapi's default rules": okapi,
  "OmegaT's rules with LanguageTool's for pairs": omegaT,
  'Recognizers-Text, as sets': numbersOf('Recognizers-Text, as sets'),
}

/** A rule that flags more of the right pairs tells nothing of a wrong one: capitals, where the Chinese has none. */
const mostOfRight = 0.25

export function rivalsOver(folder: string): void {
  const clean = pairsIn(folder, 'clean.jsonl')
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl') && name !== 'clean.jsonl')
  const wrong = files.flatMap((file) => pairsIn(folder, file))
  for (const [name, rival] of Object.entries(rivals)) {
    const ofRight = rival(clean)
    const ofWrong = rival(wrong)
    if (ofRight === null || ofWrong === null) {
      console.log(`${name}: not installed, skipped`)
      continue
    }
    const counts = Map.groupBy(ofRight.flat(), (rule) => rule)
    const noisy = new Set(
      [...counts].filter(([, { length }]) => length > mostOfRight * clean.length).map(([rule]) => rule),
    )
    const pairs = { clean, wrong, ofRight, ofWrong }
    printRival(name, pairs, new Set())
    if (noisy.size > 0) printRival(`  without ${[...noisy].toSorted().join(', ')}`, pairs, noisy)
  }
}

interface Judged {
  readonly clean: readonly Pair[]
  readonly wrong: readonly Pair[]
  readonly ofRight: readonly (readonly string[])[]
  readonly ofWrong: readonly (readonly string[])[]
}

/** How many right pairs a checker flags without some of its rules, and of each kind how many wrong ones it flags besides. */
function printRival(name: string, { clean, wrong, ofRight, ofWrong }: Judged, without: ReadonlySet<string>): void {
  const known = new Map(clean.map(({ id }, index) => [id, ofRight[index] ?? []]))
  const isFresh = (pair: Pair, index: number) => {
    const before = known.get(rightOf(pair)) ?? []
    return (ofWrong[index] ?? []).some((rule) => !without.has(rule) && !before.includes(rule))
  }
  const fresh = new Set(wrong.filter(isFresh))
  const flagged = ofRight.filter((rules) => rules.some((rule) => !without.has(rule))).length
  console.log(`${name}: ${percent(flagged, clean.length)} of the right pairs flagged`)
  const kinds = [...Map.groupBy(wrong, ({ kind }) => kind ?? '')].toSorted(([a], [b]) => a.localeCompare(b))
  const caught = kinds.map(([kind, pairs]) => {
    return `${kind} ${percent(pairs.filter((pair) => fresh.has(pair)).length, pairs.length, 0)}`
  })
  console.log(`  ${caught.join(', ')}`)
}
