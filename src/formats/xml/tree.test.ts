import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import { placesIn, placesOf } from './place.ts'
import { readXml } from './read.ts'
import type { PlacedElement, PlacedNode } from './tree.ts'

function elementsOf(node: PlacedNode): readonly PlacedElement[] {
  return typeof node !== 'string' && node.type === 'element' ? [node, ...node.content.flatMap(elementsOf)] : []
}

function tagsOf(text: string): readonly string[] {
  const xml = readXml(text)
  assert.ok(!isRefusal(xml), JSON.stringify(xml))
  return elementsOf(xml.root).map(({ start }) => text.slice(start, start + 4))
}

test('an element carries the offset of its tag', () => {
  const text = `<?xml version="1.0"?>\r\n<!-- <a1> -->\r\n<a0 x='>'\r\n y="𠮷>"><![CDATA[<a2>]]>&lt;𠮷<a3/><a4\n></a4><?a5 <a6>?></a0>\r\n`
  assert.deepEqual(tagsOf(text), ['<a0 ', '<a3/', '<a4\n'])
})

test('whatever stands before an element, its offset is that of its tag', () => {
  const filler = fc.constantFrom(
    '甲',
    '𠮷',
    '\r\n',
    '\r',
    '&amp;',
    '<!--<-->',
    '<?a <?>',
    '<![CDATA[<]]>',
    '<b c=">"/>',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(filler), fc.array(filler), (outer, inner) => {
      const text = `<a>${outer.join('')}<x1>${inner.join('')}<x2/></x1></a>`
      assert.deepEqual(
        tagsOf(text).filter((tag) => tag.startsWith('<x')),
        ['<x1>', '<x2/'],
      )
    }),
  )
})

test('places count lines by every line end of XML, and columns in characters', () => {
  const text = 'ab\r\n\r𠮷c\nd'
  const place = placesIn(text)
  const at = (offset: number) => Object.values(place(offset))
  assert.deepEqual([0, 1, 4, 5, 7, 9].map(at), [
    [1, 1],
    [1, 2],
    [2, 1],
    [3, 1],
    [3, 2],
    [4, 1],
  ])
  assert.deepEqual(at(text.length), [4, 2])
})

test('places in one pass are the places asked for one by one, at every offset where something can begin', () => {
  const piece = fc.constantFrom('a', '\n', '\r', '\r\n', '𠮷', '中', '\t')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const place = placesIn(text)
      const offsets = [...text.matchAll(/[^\n\r]|$/gu)].map(({ index }) => index)
      assert.deepEqual(placesOf(text, offsets), offsets.map(place))
    }),
  )
})

test('what is in an element may be let go at its end; everything around it stays', () => {
  const ended: string[] = []
  const xml = readXml('<a>1<b x="2"><c/>3</b>4<b/></a>', 'refused', (element, parents) => {
    ended.push([...parents, element].map(({ name }) => name).join(' '))
    return element.name === 'b'
  })
  assert.ok(!isRefusal(xml))
  assert.deepEqual(ended, ['a b c', 'a b', 'a b', 'a'])
  assert.deepEqual(
    xml.root.content.map((node) => (typeof node === 'string' ? node : elementsOf(node).map(({ name }) => name))),
    ['1', ['b'], '4', ['b']],
  )
})
