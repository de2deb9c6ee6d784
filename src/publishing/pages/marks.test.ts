import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ReleaseTerm } from '../../model/release.ts'
import { render } from '../html.ts'
import { createMarker, leadOfSource, leadOfTarget } from './marks.ts'

const term = (id: string, source: string, target: string): ReleaseTerm => ({
  id,
  source,
  target,
  status: 'approved',
  note: '',
  authority: '',
})
const terms = [term('k1', '岸线', 'shoreline'), term('k2', '自然岸线', 'natural shoreline'), term('k3', '湾', 'bay')]

test('the longer term is linked, and only where it first stands', () => {
  const marker = createMarker(terms)
  assert.equal(
    render(marker.source('自然岸线和岸线，岸线', 0)),
    '<a class="t" tabindex="-1" href="#t-k2">自然岸线</a>和<a class="t" tabindex="-1" href="#t-k1">岸线</a>，岸线',
  )
  assert.equal(render(marker.source('岸线', 0)), '岸线')
})

test('English is matched on words, in any case, with a plural; not inside another word', () => {
  const marked = (text: string) => render(createMarker(terms).target(text, 0))
  assert.equal(marked('Natural shorelines, too'), '<a class="t" tabindex="-1" href="#t-k2">Natural shoreline</a>s, too')
  assert.equal(
    marked('bayside, bay-wide, baying; the bay.'),
    'bayside, bay-wide, baying; the <a class="t" tabindex="-1" href="#t-k3">bay</a>.',
  )
})

test('a term is linked where its characters look or count as those of the term, and the text stays as it is', () => {
  const fdi = term('k4', '高质量GDP', 'people’s shoreline')
  const source = (text: string) => render(createMarker([...terms, fdi]).source(text, 0))
  const target = (text: string) => render(createMarker([...terms, fdi]).target(text, 0))
  for (const [before, written, after] of [
    ['说', '⾼质量ＧＤＰ', '。'],
    ['\u00ad', '高\u00ad质\u200b量GDP', '\u200b。'],
    ['沿', '自然\u00ad岸线', '\u00ad线'],
  ] as const) {
    const id = written.includes('岸线') ? 'k2' : 'k4'
    assert.equal(
      source(before + written + after),
      `${before}<a class="t" tabindex="-1" href="#t-${id}">${written}</a>${after}`,
    )
  }
  assert.equal(target('the ｂａｙ.'), 'the <a class="t" tabindex="-1" href="#t-k3">ｂａｙ</a>.')
  assert.equal(
    target('nat\u00adural shore\u00adline, x'),
    '<a class="t" tabindex="-1" href="#t-k2">nat\u00adural shore\u00adline</a>, x',
  )
  assert.equal(target("People's shoreline"), `<a class="t" tabindex="-1" href="#t-k4">People's shoreline</a>`)
})

test('a speaker’s label with characters that are dropped is not read as text', () => {
  assert.equal(
    render(createMarker(terms).source('岸\u200b线：岸线', 4)),
    '<b>岸\u200b线：</b><a class="t" tabindex="-1" href="#t-k1">岸线</a>',
  )
})

test('a term of one character is too short to be told in Chinese', () => {
  assert.equal(render(createMarker(terms).source('海湾', 0)), '海湾')
})

test('a speaker’s label is told by the colon after the name', () => {
  assert.equal(leadOfSource('沈渡：谢谢。', '沈渡'), 3)
  assert.equal(leadOfSource('沈渡 : 谢谢。', '沈渡'), 4)
  assert.equal(leadOfSource('沈渡谢谢。', '沈渡'), 0)
  assert.equal(leadOfSource('谢谢。', undefined), 0)
  assert.equal(leadOfTarget('Shen Du: Thank you.'), 8)
  assert.equal(leadOfTarget('Thank you, and this is the point: more.'), 0)
  assert.equal(leadOfTarget('At 10:30 we met.'), 0)
})

test('law: without its tags the text is what it was', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '自',
      '然',
      '岸',
      '线',
      'bay',
      's',
      ' ',
      'natural',
      'shoreline',
      '-',
      '：',
      '\u00ad',
      'ｂａｙ',
    ),
  })
  fc.assert(
    fc.property(text, fc.nat(5), (words, lead) => {
      const marker = createMarker(terms)
      for (const written of [marker.source(words, lead), marker.target(words, lead)])
        assert.equal(render(written).replace(/<[^>]*>/g, ''), words)
    }),
  )
})
