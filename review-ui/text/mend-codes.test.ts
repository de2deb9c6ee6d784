import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineCodes } from '../../src/checks/inline-codes.ts'
import { plainStyle } from '../../src/model/house-style.ts'
import { type Code, type Inline, plain } from '../../src/model/inline.ts'
import { fromEditable, markersOf, toEditable } from './editable.ts'
import { mendCodes } from './mend-codes.ts'

const pair = (id: string): readonly [Code, Code] => [
  { type: 'open', id, data: '' },
  { type: 'close', id, data: '' },
]
const [openA, closeA] = pair('a')
const [openB, closeB] = pair('b')
const alone: Code = { type: 'alone', id: 'c', data: '' }
const source: Inline = [openA, '绿', openB, '茶', closeB, closeA, alone]
const mended = (text: string) => toEditable(mendCodes(source, fromEditable(text, markersOf(source, []))), source)

test('what stands too often stands once, and pairs end in turn', () => {
  assert.equal(mended('‹c/›Green‹c/› tea'), '‹c/›Green tea')
  assert.equal(mended('‹a›Green ‹b›tea‹/a›‹/b›'), '‹a›Green ‹b›tea‹/b›‹/a›')
  assert.equal(mended('‹a›Green ‹b›tea‹/a› is‹/b› good'), '‹a›Green ‹b›tea is‹/b›‹/a› good')
  assert.equal(mended('‹/a›Green ‹a›tea‹/a›'), 'Green ‹a›tea‹/a›')
  assert.equal(mended('‹b›Tea‹/b› ‹a›green‹/a›'), '‹b›Tea‹/b› ‹a›green‹/a›')
})

test('law: the words stay, nothing is doubled or crossed, and a target in order stays as it is', () => {
  const piece = fc.constantFrom<string | Code>('tea', ' ', openA, closeA, openB, closeB, alone)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (target) => {
      const after = mendCodes(source, target)
      assert.equal(plain(after), plain(target))
      const findings = (inline: Inline) =>
        inlineCodes({
          segment: 'b1.s1',
          kind: 'paragraph',
          source: plain(source),
          target: plain(inline),
          terms: [],
          style: plainStyle,
          inline: { source, target: inline },
        }).map(({ code }) => code)
      assert.deepEqual(
        findings(after).filter((code) => code !== 'code-missing'),
        [],
      )
      if (findings(target).every((code) => code === 'code-missing')) assert.deepEqual(after, target)
    }),
    { numRuns: 1000 },
  )
})
