import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, compact, type Inline } from '../../model/inline.ts'
import { codeIds, readTagged, taggedPieces } from './code-tags.ts'

const codes = (['open', 'close', 'alone'] as const).flatMap((type) =>
  ['c1', 'c2', 'x 7'].map((id): Code => ({ type, id, data: '' })),
)
const inline: fc.Arbitrary<Inline> = fc
  .array(fc.constantFrom<Inline[number]>('水', ' {', '}', '{a}', '{{', '{/b}', '/', ...codes), { maxLength: 10 })
  .map(compact)
const written = (text: Inline, source: Inline) =>
  taggedPieces(text, source)
    .map((piece) => piece.text)
    .join('')

test('codes are written with their letters and read back by them', () => {
  const [open, close, alone]: readonly Code[] = [
    { type: 'open', id: 'c1', data: '' },
    { type: 'close', id: 'c1', data: '' },
    { type: 'alone', id: 'c9', data: '' },
  ]
  const source = [open, '新建', close, '渠道', alone] as Inline
  assert.equal(written(source, source), '{a}新建{/a}渠道{b/}')
  assert.deepEqual(readTagged('New {b/} canals {a}{/a} {x} {', ['c1', 'c9']), [
    'New ',
    alone,
    ' canals ',
    open,
    close,
    ' ',
    { type: 'open', id: 'x', data: '' },
    ' {',
  ])
})

test('law: any text with any codes is read as it was written, braces and all', () => {
  fc.assert(
    fc.property(inline, inline, (target, source) => {
      assert.deepEqual(readTagged(written(source, source), codeIds(source)), source)
      const known = target.filter((part) => typeof part === 'string' || codeIds(source).includes(part.id))
      assert.deepEqual(readTagged(written(compact(known), source), codeIds(source)), compact(known))
    }),
  )
})
