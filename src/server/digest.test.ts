import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { atOnce } from '../model/steps.ts'
import { digestSteps } from '../ports/world.ts'
import { digest } from './digest.ts'

test('a long text has the same digest step by step, wherever its pieces end', () => {
  for (const before of [0, 1, 2]) {
    const text = `${'x'.repeat(before)}${'𠮷野家'.repeat(200_000)}`
    const steps = [...digestSteps(digest, text)]
    assert.ok(steps.length > 2)
    assert.equal(atOnce(digestSteps(digest, text)), createHash('sha256').update(text).digest('hex'))
  }
})

test('a digest that takes texts whole is given them whole', () => {
  const lengths: number[] = []
  const whole = (text: string) => String(lengths.push(text.length))
  assert.equal(atOnce(digestSteps(whole, '字'.repeat(600_000))), '1')
  assert.deepEqual(lengths, [600_000])
})
