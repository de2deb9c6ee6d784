import { diffArrays } from 'diff'
import { type Block, segmentsOf } from '../src/model/document.ts'
import { plain } from '../src/model/inline.ts'
import { blocksOf } from '../src/segmentation/structure.ts'
import { compareVersions } from '../src/versions/compare.ts'
import { createRandom } from './random.ts'

/**
 * A document of 5,000 sentences against its next version, in which sentences changed, moved, came and went: time, longest
 * step, and how many sentences keep their id, beside what jsdiff finds in the list of sentences. Then the worst case, a
 * version in which every sentence changed.
 */
const sentences = 5_000
const random = createRandom(7)
const below = (most: number) => Math.floor(random() * most)
const pick = (list: readonly string[]) => list[below(list.length)] ?? ''

const subjects = [
  '全市',
  '各县',
  '水务部门',
  '骨干企业',
  '产业园区',
  '沿江港口',
  '农村学校',
  '县级医院',
  '交通枢纽',
  '科研院所',
]
const verbs = ['完成', '推进', '新增', '改造', '建成', '开工', '验收', '提升', '扩大', '修复']
const objects = [
  '供水管网',
  '高速公路',
  '标准厂房',
  '泵站',
  '桥梁',
  '住宅小区',
  '灌溉渠道',
  '数据中心',
  '码头泊位',
  '冷链仓库',
]
const sentenceOf = () =>
  `${pick(subjects)}${pick(verbs)}${pick(objects)}${below(9000) + 100}处，投资${below(900) + 10}亿元，比计划提前${below(11) + 1}个月。`

const paragraphs = (texts: readonly string[]) =>
  Array.from({ length: Math.ceil(texts.length / 4) }, (_, at) => texts.slice(at * 4, at * 4 + 4).join(''))
const read = (texts: readonly string[]): readonly Block[] =>
  blocksOf(paragraphs(texts).map((text) => ({ text: [text] })))

const before = Array.from({ length: sentences }, sentenceOf)
const mixed: string[] = []
const kept = { changed: 0, removed: 0, added: 0, moved: 0 }
const late: string[] = []
for (const text of before) {
  const die = random()
  if (die < 0.05) {
    mixed.push(text.replace(/投资\d+亿元/, `投资${below(900) + 1000}亿元`))
    kept.changed++
  } else if (die < 0.07) kept.removed++
  else if (die < 0.09) {
    mixed.push(text, `${sentenceOf().slice(0, -1)}，另有安排。`)
    kept.added++
  } else if (die < 0.11) {
    late.push(text)
    kept.moved++
  } else mixed.push(text)
}
mixed.push(...late)
const all = before.map((text) => text.replace(/投资\d+亿元/, `投资${below(900) + 1000}亿元`))

for (const [name, after] of [
  [`mixed: ${kept.changed} changed, ${kept.removed} taken out, ${kept.added} new, ${kept.moved} moved`, mixed],
  ['every sentence changed', all],
] as const) {
  const [old, now] = [read(before), read(after)]
  const begun = performance.now()
  const steps = compareVersions(old, now, [])
  let longest = 0
  let from = performance.now()
  let step = steps.next()
  while (!step.done) {
    longest = Math.max(longest, performance.now() - from)
    from = performance.now()
    step = steps.next()
  }
  longest = Math.max(longest, performance.now() - from)
  const milliseconds = performance.now() - begun
  const counts = Map.groupBy(step.value.changes, ({ type }) => type)
  const begunDiff = performance.now()
  const texts = (blocks: readonly Block[]) => segmentsOf({ blocks }).map(({ source }) => plain(source))
  const diff = diffArrays(texts(old), texts(now))
  const diffMilliseconds = performance.now() - begunDiff
  const same = diff.filter(({ added, removed }) => !added && !removed).reduce((sum, { value }) => sum + value.length, 0)
  console.log(`\n${name}`)
  console.log(
    `  compareVersions  ${milliseconds.toFixed(0)} ms, longest step ${longest.toFixed(0)} ms; ${[...counts].map(([type, list]) => `${list.length} ${type}`).join(', ')}`,
  )
  console.log(`  jsdiff           ${diffMilliseconds.toFixed(0)} ms; ${same} the same, nothing moved, nothing alike`)
}
