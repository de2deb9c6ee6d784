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
    '<a class="t" href="#t-k2">自然岸线</a>和<a class="t" href="#t-k1">岸线</a>，岸线',
  )
  assert.equal(render(marker.source('岸线', 0)), '岸线')
})

test('English is matched on words, in any case, with a plural; not inside another word', () => {
  const marked = (text: string) => render(createMarker(terms).target(text, 0))
  assert.equal(marked('Natural shorelines, too'), '<a class="t" href="#t-k2">Natural shoreline</a>s, too')
  assert.equal(
    marked('bayside, bay-wide, baying; the bay.'),
    'bayside, bay-wide, baying; the <a class="t" href="#t-k3">bay</a>.',
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
    unit: fc.constantFrom('自', '然', '岸', '线', 'bay', 's', ' ', 'natural', 'shoreline', '-', '：'),
  })
  fc.assert(
    fc.property(text, fc.nat(5), (words, lead) => {
      const marker = createMarker(terms)
      for (const written of [marker.source(words, lead), marker.target(words, lead)])
        assert.equal(render(written).replace(/<[^>]*>/g, ''), words)
    }),
  )
})
