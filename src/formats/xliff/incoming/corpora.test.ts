import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Inline, isCode } from '../../../model/inline.ts'
import { isRefusal } from '../../../model/refusal.ts'
import type { Imported } from '../../../ports/format.ts'
import { sameText } from '../../../segmentation/returned.ts'
import { checkXliff } from '../rules/check.ts'
import { readXliffDocument } from './document.ts'
import { refillXliff } from './refill.ts'

const corpora = '../shared/corpora/xliff'
const skip = existsSync(corpora) ? false : 'the corpora are not here'

const segmentsOf = ({ blocks }: Imported) =>
  blocks.flatMap(({ parts = [] }) => parts.flatMap((part) => (part.type === 'segment' ? [part] : [])))

const madeUp = (source: Inline): Inline => [
  '[',
  ...source.map((part) => (isCode(part) ? part : part.toUpperCase())),
  ']',
]

test('of every file of the suites made-up targets are read again, and no rule is broken by them', { skip }, () => {
  let filled = 0
  for (const name of globSync(`${corpora}/**/*.xlf`)) {
    const bytes = new Uint8Array(readFileSync(name))
    const imported = readXliffDocument(bytes, { filename: name, language: 'any' })
    if (isRefusal(imported)) continue
    const segments = segmentsOf(imported)
    assert.equal(
      refillXliff(
        bytes,
        segments.map(() => null),
      ),
      bytes,
      name,
    )
    const targets = segments.map(({ source }) => ({ target: madeUp(source), state: 'translated' as const }))
    const written = refillXliff(bytes, targets, { draftNotice: 'DRAFT' })
    assert.ok(!isRefusal(written), `${name}: ${JSON.stringify(written)}`)
    const again = readXliffDocument(written, { filename: name, language: 'any' })
    assert.ok(!isRefusal(again), name)
    for (const [at, { brought }] of segmentsOf(again).entries()) {
      const [actual, expected] = [brought.draft?.target ?? [], targets[at]?.target ?? []]
      assert.ok(sameText(actual, expected), `${name}: ${JSON.stringify([actual, expected])}`)
      filled += 1
    }
    const [before, after] = [checkXliff(bytes), checkXliff(written)]
    assert.ok(!isRefusal(before) && !isRefusal(after), name)
    if (before.findings.length > 0) continue
    // A mark of the old English that an entry or a match refers to goes with it.
    const broken = after.findings.filter(({ rule }) => !/^(?:gls|mtc)_wrong-ref-value$/.test(rule))
    assert.deepEqual(broken, [], name)
  }
  assert.ok(filled > 400, `${filled} segments`)
})
