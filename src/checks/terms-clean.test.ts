import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { wordsOf } from '../language/english/words.ts'
import { plainStyle } from '../model/house-style.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { terms } from './terms.ts'

const corpus = new URL('../../../shared/corpora/quantities/clean.jsonl', import.meta.url)
const skip = existsSync(corpus) ? false : 'the pairs are not beside this checkout'

interface Pair {
  readonly zh: string
  readonly en: string
}

/** Small words no term is made of. */
const small = new Set(
  'the a an of to in on and or is are was were be been it its that this with for by at from as has have had not he she they his her their which who more than into about up out over after also one two three first'.split(
    ' ',
  ),
)

/** In which pairs each item occurs. */
function whereAre(texts: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>()
  for (const [at, items] of texts.entries()) {
    for (const item of items) {
      const known = places.get(item)
      if (known) known.add(at)
      else places.set(item, new Set([at]))
    }
  }
  return places
}

function chineseParts(text: string): readonly string[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    [...run].flatMap((_, from) =>
      [2, 3, 4, 5, 6].map((length) => run.slice(from, from + length)).filter((part, at) => part.length === at + 2),
    ),
  )
}

function englishParts(text: string): readonly string[] {
  const words = wordsOf(text)
  return words.flatMap((_, at) =>
    [1, 2, 3].flatMap((length) => {
      const run = words.slice(at, at + length)
      const inner = run.slice(1).every(({ afterSpace }) => afterSpace)
      const ends = [run[0], run.at(-1)].some(
        (end) => small.has(end?.text.toLowerCase() ?? '') || /\p{N}/u.test(end?.text ?? ''),
      )
      return run.length < length || !inner || ends ? [] : [run.map(({ text: own }) => rootOf(own)).join(' ')]
    }),
  )
}

/** A rough stem, the same for the forms of a word, by which pairs of terms are recognised. */
function rootOf(word: string): string {
  const lower = word.toLowerCase().replace(/'s$/, '')
  return lower.length > 4 ? lower.replace(/(?:ies|ing|ed|es|s|e|y)$/, '') : lower
}

/**
 * The pairs one can be sure of: Chinese that stands in three pairs or more, and English, by its roots, that stands in
 * all of those and in at most one other; the longest Chinese of those in the same pairs. The rendering is the
 * shortest of its forms, in lower case unless it always has capitals; a verb where one ends in -ing or -ed.
 */
function glossaryOf(pairs: readonly Pair[]): readonly Term[] {
  const zh = whereAre(pairs.map((pair) => chineseParts(pair.zh)))
  const en = whereAre(pairs.map((pair) => englishParts(pair.en)))
  const byPlaces = new Map<string, string>()
  for (const [part, places] of zh) {
    if (places.size < 3) continue
    const key = [...places].join()
    if (part.length > (byPlaces.get(key)?.length ?? 0)) byPlaces.set(key, part)
  }
  const found: Term[] = []
  for (const part of byPlaces.values()) {
    const places = zh.get(part) as ReadonlySet<number>
    const inFirst = englishParts(pairs[[...places][0] as number]?.en ?? '')
    const fitting = [...new Set(inFirst)].filter((root) => {
      const others = en.get(root) as ReadonlySet<number>
      return others.size <= places.size + 1 && [...places].every((place) => others.has(place))
    })
    const root = fitting.sort((a, b) => b.length - a.length)[0]
    if (root === undefined) continue
    const forms = [...places].map((place) => formOf(root, pairs[place]?.en ?? ''))
    const [shortest] = [...forms].sort((a, b) => a.length - b.length)
    const text = forms.every((form) => form !== form.toLowerCase()) ? shortest : shortest?.toLowerCase()
    const verb = forms.some((form) => form !== shortest && /^\w+(?:ing|ed)\b/.test(form))
      ? { partOfSpeech: 'verb' as const }
      : {}
    found.push({
      id: part,
      source: [part],
      renderings: [{ text: text ?? '', status: 'preferred' }],
      status: 'approved',
      domain: '',
      note: '',
      authority: '',
      ...verb,
    })
  }
  return found
}

function formOf(root: string, text: string): string {
  const words = wordsOf(text)
  const length = root.split(' ').length
  const at = words.findIndex(
    (_, from) =>
      words
        .slice(from, from + length)
        .map((word) => rootOf(word.text))
        .join(' ') === root,
  )
  return text.slice(words[at]?.from, words[at + length - 1]?.to).replace(/['’]s$/, '')
}

test('a glossary drawn from clean pairs raises no false alarm on them', { skip }, () => {
  const pairs: readonly Pair[] = readFileSync(corpus, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(0, 1000)
    .map((line) => JSON.parse(line))
  const glossary = glossaryOf(pairs)
  assert.ok(glossary.length > 100, String(glossary.length))
  const recognise = createRecogniser(glossary)
  let met = 0
  const alarms = pairs.flatMap(({ zh, en }, at) => {
    const context = {
      segment: String(at),
      kind: 'paragraph' as const,
      source: zh,
      target: en,
      terms: recognise(zh),
      style: plainStyle,
    }
    met += context.terms.length
    return terms(context)
      .filter(({ severity }) => severity !== 'note')
      .map(({ code, params }) => `${code} ${params.term} ${params.expected} ${params.found ?? ''}: ${en}`)
  })
  assert.ok(met > 500, String(met))
  assert.deepEqual(alarms, [])
})
