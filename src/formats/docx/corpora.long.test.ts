import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Inline, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { docxFormat } from './docx.ts'
import { filesOf, textParts, textsOf } from './fixtures/independent.ts'

const corpora = '../shared/corpora/docx'
const skip = existsSync(corpora) ? false : 'the corpora are not here'

/** A made-up text with the codes of its source in their places. */
const madeUp = (inline: Inline): Inline => [
  '[',
  ...inline.map((part) => (typeof part === 'string' ? [...part].reverse().join('') : part)),
  ']',
]

test('of every file of the corpora the made-up texts are found, and nothing else has changed', { skip }, async () => {
  const files = globSync(`${corpora}/**/*.docx`)
  const refused: string[] = []
  for (const name of files) {
    const bytes = new Uint8Array(readFileSync(name))
    const read = await docxFormat.read(bytes, { filename: name, language: 'any' })
    if (isRefusal(read)) {
      refused.push(`${name}: ${read.code}`)
      continue
    }
    const sources = read.blocks.map(({ text }) => text)
    assert.equal(await docxFormat.rewrite(bytes, sources), bytes, `${name}: the same texts change nothing`)

    const targets = sources.map(madeUp)
    const written = await docxFormat.rewrite(bytes, targets)
    assert.ok(!isRefusal(written), name)
    const [before, after] = [await filesOf(bytes), await filesOf(written)]
    assert.deepEqual([...after.keys()], [...before.keys()], name)
    const texts: string[] = []
    for (const [part, content] of after) {
      if (textParts.test(part)) texts.push(...textsOf(content))
      else assert.ok(Buffer.from(before.get(part) ?? []).equals(content), `${name}: ${part}`)
    }
    const expected = targets.map((target) => plain(target).replace(/[\s\u2011]/g, ''))
    assert.deepEqual(texts.sort(), expected.sort(), name)
  }
  assert.ok(refused.length <= files.length * 0.02, refused.join('\n'))
})
