import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingCodes } from '../model/finding.ts'
import { cases } from './fixtures/cases.ts'
import { checkDocument } from './registry.ts'

const words: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../locales/en/findings.json', import.meta.url), 'utf8'),
)

const byCode = Map.groupBy(
  cases.flatMap(({ contexts, proofing }) => checkDocument(contexts, proofing)),
  ({ code }) => code,
)

for (const code of findingCodes) {
  test(`the words of ${code} take what its findings give`, () => {
    const taken = [...(words[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])
    const findings = byCode.get(code) ?? []
    assert.ok(findings.length > 0, 'no fixture has it')
    for (const { params } of findings) assert.deepEqual(Object.keys(params).sort(), taken.toSorted())
  })
}
