import { existsSync, readFileSync } from 'node:fs'
import { expectDefined } from '../src/model/expect.ts'
import { createRandom } from './random.ts'

/** Makes texts, the same ones on every run. */
export interface Texts {
  readonly from: string
  sentence(): string
  /** A sentence as a later document has it: a few characters, or its figures, changed. */
  altered(text: string): string
}

const corpora = ['official/clean', 'official/figures', 'quantities/clean'].map(
  (name) => new URL(`../../shared/corpora/${name}.jsonl`, import.meta.url),
)

/** Real clauses, recombined, where the corpora are there; made-up words otherwise. */
export function createTexts(seed: number): Texts {
  const random = createRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const any = <T>(values: readonly T[]): T => expectDefined(values[whole(values.length)], 'a value')
  const hanzi = () => String.fromCharCode(0x4e00 + Math.floor(3000 * random() ** 2))
  const altered = (text: string) => {
    if (random() < 0.2) return text.replaceAll(/\d/g, () => String(whole(10)))
    let result = text
    for (let count = 1 + whole(5); count > 0; count--) {
      const at = whole(result.length)
      result = result.slice(0, at) + (random() < 0.5 ? '' : hanzi()) + result.slice(at + whole(2))
    }
    return result
  }
  /** Lengths spread like those of a real press conference: ninth decile near 130. */
  const length = () =>
    Math.min(290, Math.max(4, Math.round(46 * Math.exp(0.75 * (random() + random() + random() - 1.5) * 2))))
  const there = corpora.filter((file) => existsSync(file))
  const clauses = there.flatMap((file) => clausesOf(readFileSync(file, 'utf8')))
  if (clauses.length > 0) {
    const names = [...new Set(clauses.flatMap((clause) => clause.match(/[\u4e00-\u9fff]{2}(?=[省市县区镇])/g) ?? []))]
    const clause = () =>
      any(clauses)
        .replaceAll(/\d+/g, (figure) => String(whole(10 ** Math.min(6, figure.length))))
        .replaceAll(/[\u4e00-\u9fff]{2}(?=[省市县区镇])/g, () => any(names))
    const sentence = () => {
      const wanted = length()
      const parts: string[] = []
      for (let used = 0; used < wanted; used += expectDefined(parts.at(-1), 'a clause').length + 1) parts.push(clause())
      return `${parts.join('，')}。`
    }
    return { from: `${clauses.length} clauses of the corpora`, sentence, altered }
  }
  const words = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + whole(3) }, hanzi).join(''))
  const sentence = () => {
    const wanted = length()
    let text = ''
    while (text.length < wanted) {
      text +=
        random() < 0.12 ? '，' : random() < 0.05 ? String(whole(5000)) : words[Math.floor(words.length * random() ** 3)]
    }
    return `${text}。`
  }
  return { from: 'made-up words', sentence, altered }
}

function clausesOf(lines: string): readonly string[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => String(JSON.parse(line).zh).split(/[，。；！？：]/))
    .filter((clause) => clause.length >= 3)
}
