/**
 * How long it takes to find what may be typed next: `npm run bench:completion`. Every sentence of the sample's English is
 * typed letter by letter, with five matches, the sentence's own figures and twenty terms to go on from; then a sentence of
 * 1,000 letters with ten times as many of each. Ten milliseconds are what a key press may wait.
 */
import { readFile } from 'node:fs/promises'
import { readTmx } from '../src/formats/tmx/read-tmx.ts'
import { type CompletionSource, completionAfter } from '../src/memory/completion.ts'
import { isRefusal } from '../src/model/refusal.ts'

const read = readTmx(await readFile(new URL('../samples/press-conference.tmx', import.meta.url)))
if (isRefusal(read)) throw new Error(read.code)
const sentences = read.pairs.map(({ target }) => target)

const termsOf = (text: string, count: number): readonly CompletionSource[] =>
  (text.match(/\p{L}{4,} \p{L}{4,}/gu) ?? []).slice(0, count).map((words) => ({ type: 'term', text: words }))
const figuresOf = (text: string): readonly CompletionSource[] =>
  (text.match(/\d[\d,.]* \p{L}+/gu) ?? []).map((words) => ({ type: 'figure', text: words }))

function sourcesFor(at: number, times: number): readonly CompletionSource[] {
  const near = Array.from({ length: 5 * times }, (_, next) => sentences[(at + next) % sentences.length] ?? '')
  const matches = near.map((text) => ({ type: 'match', text }) as const)
  return [...figuresOf(near[0] ?? ''), ...termsOf(near.join(' '), 20 * times), ...matches]
}

function measure(
  name: string,
  typed: readonly { readonly text: string; readonly sources: readonly CompletionSource[] }[],
) {
  const times: number[] = []
  let offered = 0
  for (const { text, sources } of typed) {
    for (let length = 1; length <= text.length; length++) {
      const start = performance.now()
      if (completionAfter(text.slice(0, length), sources) !== null) offered += 1
      times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(3)
  console.log(
    `${name.padEnd(34)} ${times.length} keys, something offered after ${offered}: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms, worst ${at(1)} ms`,
  )
}

const usual = sentences.map((text, at) => ({ text, sources: sourcesFor(at, 1) }))
measure('warming up', usual)
measure('the sentences of the sample', usual)
measure('1,000 letters, ten times as much', [{ text: sentences.join(' ').slice(0, 1_000), sources: sourcesFor(0, 10) }])
