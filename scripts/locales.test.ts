import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { wordings } from '../src/formats/xliff/rules/wordings.ts'
import { engineNames } from '../src/model/engine.ts'
import { findingCodes } from '../src/model/finding.ts'
import { importNoticeCodes } from '../src/model/import-notice.ts'
import { refusalCodes } from '../src/model/refusal.ts'
import { documentEventTypes } from '../src/schemas/event.ts'

const folder = join(import.meta.dirname, '../locales')
type Words = ReadonlyMap<string, string>

function load(language: string, namespace: string): Words {
  const flat = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') flat.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path === '' ? key : `${path}.${key}`)
  }
  walk(JSON.parse(readFileSync(join(folder, language, namespace), 'utf8')), '')
  return flat
}

/** Plural endings differ between languages (CLDR: Chinese has `other` only); what is compared is the key before them. */
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const stems = (words: Words) => [...new Set([...words.keys()].map(stem))].sort()
const parameters = (words: string) =>
  [...new Set(words.match(/\{\{\s*[\w.]+/g) ?? [])].map((name) => name.slice(2).trim()).sort()

const namespaces = readdirSync(join(folder, 'en')).sort()

test('both languages have the same namespaces', () => {
  assert.ok(namespaces.length >= 5)
  assert.deepEqual(readdirSync(join(folder, 'zh-CN')).sort(), namespaces)
})

for (const namespace of namespaces) {
  test(`${namespace}: every key is in both languages, with the same parameters`, () => {
    const [en, zh] = [load('en', namespace), load('zh-CN', namespace)]
    assert.deepEqual(stems(zh), stems(en))
    for (const [key, words] of zh) {
      const english = en.get(key) ?? en.get(`${stem(key)}_other`) ?? ''
      assert.deepEqual(parameters(words), parameters(english), key)
      assert.notEqual(words.trim(), '', key)
      assert.notEqual(english.trim(), '', key)
    }
  })
}

test('every finding, refusal, notice and breach of XLIFF has words, and no words are left over', () => {
  for (const [namespace, codes] of [
    ['findings.json', findingCodes],
    ['finding-names.json', findingCodes],
    ['notices.json', importNoticeCodes],
    ['refusals.json', refusalCodes],
    ['xliff.json', wordings],
  ] as const) {
    assert.deepEqual(
      stems(load('en', namespace)).map((key) => key.split('.')[0]),
      [...codes].sort(),
      namespace,
    )
  }
})

test('every kind of event of a document has words in the history, and no words are left over', () => {
  const worded = [...load('en', 'ui.json').keys()].filter((key) => key.startsWith('event.'))
  assert.deepEqual(worded.sort(), documentEventTypes.map((type) => `event.${type}`).sort())
})

test('every engine has words for page and command line, and no words are left over', () => {
  for (const language of ['en', 'zh-CN']) {
    for (const [namespace, prefix] of [
      ['ui.json', 'engine.'],
      ['cli.json', 'serve.engine.'],
    ] as const) {
      const named = [...load(language, namespace).keys()].filter((key) => key.startsWith(prefix))
      assert.deepEqual(
        named.map((key) => key.slice(prefix.length)).sort(),
        [...engineNames].sort(),
        `${language}/${namespace}`,
      )
    }
  }
})
