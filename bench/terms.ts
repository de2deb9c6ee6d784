/**
 * How fast terms are recognised: 50,000 terms in a million characters, overlaps resolved, beside looking for every form
 * with `indexOf`, which resolves none. The text is made up: common characters at random with terms strewn in.
 */
import type { Term } from '../src/model/term.ts'
import { createFullRecogniser } from '../src/terms/recognition/recognise.ts'
import { createRandom } from './random.ts'

const termCount = 50_000
const characters = 1_000_000

const random = createRandom(7)
const next = (limit: number) => Math.floor(random() * limit)
const common = Array.from({ length: 1500 }, (_, index) => String.fromCharCode(0x4e00 + index * 13))
const draw = (length: number) => Array.from({ length }, () => common[next(common.length)]).join('')

function termOf(form: string, index: number): Term {
  return {
    id: `t${index}`,
    source: [form],
    renderings: [{ text: `term ${index}`, status: 'preferred' }],
    status: 'proposed',
    domain: '',
    note: '',
    authority: '',
    ...(index % 20 === 0 && { notBefore: [common[index % common.length] ?? ''] }),
  }
}

const forms = [...new Set(Array.from({ length: termCount + 500 }, () => draw(2 + next(6))))].slice(0, termCount)
// One form in ten holds another, so that there are overlaps to resolve.
const terms = forms.map((form, index) => termOf(index % 10 === 0 ? `${form}${forms[index + 1]}` : form, index))

function textOf(): string {
  const parts: string[] = []
  for (let length = 0; length < characters; ) {
    const part = `${draw(5 + next(20))}${terms[next(terms.length)]?.source[0]}${next(4) === 0 ? '。' : ''}`
    parts.push(part)
    length += part.length
  }
  return parts.join('').slice(0, characters)
}

function timed<T>(work: () => T): readonly [result: T, seconds: number] {
  const begun = performance.now()
  const result = work()
  return [result, (performance.now() - begun) / 1000]
}

const text = textOf()
const [recognise, building] = timed(() => createFullRecogniser(terms))
const [found, scanning] = timed(() => recognise(text))
const sample = 500
const [hits, naive] = timed(() => {
  let count = 0
  for (const form of terms.slice(0, sample).flatMap(({ source }) => source)) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) count++
  }
  return count
})
const seconds = (value: number) => `${value.toFixed(2)} s`
console.log(`${terms.length} terms, ${text.length} characters`)
console.log(`  built in ${seconds(building)}, read in ${seconds(scanning)}: ${found.found.length} terms`)
console.log(`  dropped for an overlap: ${found.dropped.length}`)
console.log(
  `  indexOf of every form: about ${seconds((naive * terms.length) / sample)} (${sample} forms timed, ${hits} places)`,
)
