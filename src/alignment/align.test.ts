import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Term } from '../model/term.ts'
import { splitEnglish } from '../segmentation/english.ts'
import { splitSentences } from '../segmentation/sentences.ts'
import { align } from './align.ts'
import type { AlignmentSegment, Link } from './alignment.ts'
import { alignmentSegments } from './segments.ts'
import { isSure, surePairs } from './sure.ts'

const folder = new URL('fixtures/', import.meta.url)

function fixture(name: string) {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')
  const lines = (file: string) => read(file).trim().split('\n')
  return {
    zh: alignmentSegments(lines('zh.txt'), splitSentences),
    en: alignmentSegments(lines('en.txt'), splitEnglish),
    links: JSON.parse(read('links.json')),
  }
}

const keyOf = ({ zh, en }: Link) => `${zh.join(',')}:${en.join(',')}`
const lines = (texts: readonly string[]) => texts.map((text, block): AlignmentSegment => ({ text, block }))

for (const name of readdirSync(folder)) {
  test(`links of ${name}`, () => {
    const { zh, en, links } = fixture(name)
    assert.deepEqual(align(zh, en, []).map(keyOf), links)
  })
}

test('sentences added before one of the texts have no counterpart, and the others keep theirs, on either side', () => {
  const { zh, en, links } = fixture('press-release')
  const shifted = (by: number, ids: string) => (ids === '' ? '' : ids.split(',').map((id) => Number(id) + by))
  const moved = (zhBy: number, enBy: number) =>
    links.map((key: string) => {
      const [a = '', b = ''] = key.split(':')
      return `${shifted(zhBy, a)}:${shifted(enBy, b)}`
    })
  const zhPadding = lines(['转载须经许可。', '本刊邮箱见末页。'])
  const enPadding = lines(['Reprints need a permit.', 'Our mailbox is on the back page.'])
  assert.deepEqual(align([...zhPadding, ...zh], en, []).map(keyOf), ['0:', '1:', ...moved(2, 0)])
  assert.deepEqual(align(zh, [...enPadding, ...en], []).map(keyOf), [':0', ':1', ...moved(0, 2)])
})

test('a long part that one text lacks leaves the links around it', () => {
  const places = Array.from({ length: 300 }, (_, at) => at)
  const zh = lines(places.map((at) => `第${at + 11}号水塘面积为${7 * at + 1200}平方米。`))
  const en = lines(places.map((at) => `Pond No. ${at + 11} covers ${7 * at + 1200} square meters.`))
  const appendix = lines(places.map(() => 'Nothing of this is in the other text.'))
  const links = align(zh, [...en.slice(0, 120), ...appendix, ...en.slice(120)], [])
  assert.deepEqual(
    links.filter((link) => link.zh.length > 0).map(keyOf),
    places.map((at) => `${at}:${at < 120 ? at : at + appendix.length}`),
  )
})

const text = fc
  .array(
    fc.constantFrom(
      '渠',
      '水田',
      '经济',
      '，',
      '。',
      '？',
      '312亿元',
      '5',
      ' ',
      'road ',
      'percent',
      '. ',
      '“',
      '\ud800',
      'G20',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const side = fc.array(fc.record({ text, starts: fc.boolean() }), { maxLength: 14 }).map((drawn) => {
  let block = 0
  return drawn.map(({ text: written, starts }): AlignmentSegment => {
    block += Number(starts)
    return { text: written, block }
  })
})

test('every segment is in exactly one link, in order; scores lie between 0 and 1; the same texts give the same links', () => {
  fc.assert(
    fc.property(side, side, (zh, en) => {
      const links = align(zh, en, [])
      assert.deepEqual(
        links.flatMap((link) => link.zh),
        zh.map((_, at) => at),
      )
      assert.deepEqual(
        links.flatMap((link) => link.en),
        en.map((_, at) => at),
      )
      for (const { zh: a, en: b, score } of links) {
        assert.ok(a.length + b.length > 0)
        assert.ok(score >= 0 && score <= 1, String(score))
      }
      assert.deepEqual(align(zh, en, []), links)
    }),
  )
})

const term: Term = {
  id: 't1',
  source: ['一村一塘'],
  renderings: [{ text: 'One Village, One Pond', status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}

test('reasons name figures, terms and lengths', () => {
  const { zh, en } = fixture('press-release')
  const links = new Map(align(zh, en, [term]).map((link) => [keyOf(link), link]))
  assert.ok(links.get('2:2')?.reasons.includes('figures'))
  assert.ok(links.get('7:7')?.reasons.includes('terms'))
  assert.deepEqual(links.get('8:'), { zh: [8], en: [], score: 0, reasons: [] })
})

test('a pair whose figures differ is linked and named, and stays out of a memory', () => {
  const { zh, en } = fixture('press-release')
  const slipped = en.map((segment) => ({ ...segment, text: segment.text.replace('7.2', '2.7') }))
  const links = align(zh, slipped, [])
  const wrong = links.find((link) => keyOf(link) === '3:3')
  assert.ok(wrong?.reasons.includes('figures-differ'))
  assert.equal(wrong && isSure(wrong), false)
  const pairs = surePairs(zh, slipped, links, 'o')
  assert.ok(pairs.every(({ target }) => !target.includes('2.7')))
  assert.deepEqual(
    pairs.find(({ source }) => source.startsWith('全年新建')),
    {
      source: '全年新建农村公路186公里，改造危桥14座，惠及42个村。',
      target:
        'Over the year 186 kilometers of rural roads were built and 14 unsafe bridges rebuilt, to the benefit of 42 villages.',
      before: '农民人均收入2.41万元，增长7.2%。',
      after: '新增就业8,300人。城镇登记失业率为3.1%。',
      origin: 'o',
    },
  )
})

test('a text of one sentence a line keeps its lines; one in paragraphs is split', () => {
  const listed = alignmentSegments(['One.', ' ', 'Two.', 'Three. Three and a half.', 'Four.', 'Five.'], splitEnglish)
  assert.deepEqual(
    listed.map((segment) => segment.text),
    ['One.', 'Two.', 'Three. Three and a half.', 'Four.', 'Five.'],
  )
  assert.deepEqual(alignmentSegments(['Title', 'One. Two. Three.'], splitEnglish), [
    { text: 'Title', block: 0 },
    { text: 'One.', block: 1 },
    { text: 'Two.', block: 1 },
    { text: 'Three.', block: 1 },
  ])
})
