import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ConstraintMeans } from '../model/draft.ts'
import type { SettledPart } from './protect.ts'
import * as protecting from './protect.ts'

const means = ['markup', 'placeholder', 'target-in-source'] as const satisfies readonly ConstraintMeans[]

/** A protected source, with the way back from an answer. */
function protect(...args: Parameters<typeof protecting.protect>) {
  const { source, protection } = protecting.protect(...args)
  return { source, restore: (answer: string) => protecting.restore(protection, answer) }
}

/** A source with each marked form settled as the English that stands for it. */
function settled(source: string, english: Readonly<Record<string, string>>): readonly SettledPart[] {
  return Object.entries(english).map(([form, text]) => {
    const from = source.indexOf(form)
    assert.ok(from >= 0)
    return { from, to: from + form.length, english: text }
  })
}

const source = '今年，百村计划惠及青禾谷。'
const parts = settled(source, { 百村计划: 'Hundred Villages Plan', 青禾谷: 'Qinghe Valley' })

test('what an engine gets, by each means', () => {
  assert.deepEqual(
    means.map((by) => protect(source, parts, by).source),
    [
      '今年，<span translate="no">Hundred Villages Plan</span>惠及<span translate="no">Qinghe Valley</span>。',
      '今年， QT1 惠及 QT2 。',
      '今年， Hundred Villages Plan 惠及 Qinghe Valley 。',
    ],
  )
  for (const by of ['memory', 'glossary', 'prompt'] as const) assert.equal(protect(source, parts, by).source, source)
  const odd = settled('甲<乙>&"丙"\n丁', { 丙: 'R&D <Lab>' })
  assert.equal(
    protect('甲<乙>&"丙"\n丁', odd, 'markup').source,
    '甲&lt;乙&gt;&amp;&quot;<span translate="no">R&amp;D &lt;Lab&gt;</span>&quot;<br>丁',
  )
})

// Shapes of answers that users of HTML mode report: entities, blanks within tags, tags that moved, plurals outside.
const answers: readonly [string, string][] = [
  [
    'This year, the <span translate="no">Hundred Villages Plan</span> benefited <span translate="no">Qinghe Valley</span>.',
    'This year, the Hundred Villages Plan benefited Qinghe Valley.',
  ],
  [
    'The <span translate="no"> Hundred Villages Plan </span> benefited <span translate="no"> Qinghe Valley </span> .',
    'The Hundred Villages Plan benefited Qinghe Valley.',
  ],
  [
    '<span translate="no">Qinghe Valley</span>&#39;s share of the <span translate="no">Hundred Villages Plan</span>',
    "Qinghe Valley's share of the Hundred Villages Plan",
  ],
  [
    'the <span translate="no">Hundred Villages Plan</span>s of (<span translate="no">Qinghe Valley</span>)',
    'the Hundred Villages Plans of (Qinghe Valley)',
  ],
  [
    'The<span translate="no">Hundred Villages Plan</span>in<span translate="no">Qinghe Valley</span>, &quot;at home&quot;',
    'The Hundred Villages Plan in Qinghe Valley, "at home"',
  ],
  ['The < span translate = "no" >Hundred Villages Plan< / span > &amp; more', 'The Hundred Villages Plan & more'],
  ['<SPAN TRANSLATE="no">Qinghe Valley</SPAN>: R&amp;D &lt;new&gt;', 'Qinghe Valley: R&D <new>'],
  [
    'Qinghe Valley <span translate="no"></span> and the\nHundred Villages Plan',
    'Qinghe Valley and the Hundred Villages Plan',
  ],
  ['First line.<br> Second&nbsp;line.', 'First line.\nSecond line.'],
  ['It is &amp;lt; &#x1F600; &#55357; &unknown;', 'It is &lt; 😀 &#55357; &unknown;'],
]
for (const [answer, restored] of answers) {
  test(`HTML is read: ${answer}`, () => assert.equal(protect(source, parts, 'markup').restore(answer), restored))
}

test('signs are put back in any case and with a blank, and other numbers are left', () => {
  const { restore } = protect(source, parts, 'placeholder')
  assert.equal(
    restore('The QT1 benefited qt 2, not QT3.'),
    'The Hundred Villages Plan benefited Qinghe Valley, not QT3.',
  )
  const taken = protect('型号QT1在青禾谷', settled('型号QT1在青禾谷', { 青禾谷: 'Qinghe Valley' }), 'placeholder')
  assert.equal(taken.restore('Model QT1 in ZT1'), 'Model QT1 in Qinghe Valley')
})

test('articles before what an engine did not choose are mended, by each means', () => {
  const text = '甲和乙和丙和丁'
  const english = { 甲: 'Hundred Villages Plan', 乙: 'Outlook', 丙: 'the Belt and Road', 丁: 'UFO Museum' }
  const protections = means.map((by) => protect(text, settled(text, english), by))
  const [markup, placeholder, inSource] = protections
  const wanted = 'A Hundred Villages Plan, an Outlook, the Belt and Road, A UFO Museum, an old Outlook'
  const span = (name: string) => `<span translate="no">${name}</span>`
  assert.equal(
    markup?.restore(
      `An ${span('Hundred Villages Plan')}, a ${span('Outlook')}, the ${span('the Belt and Road')}, An ${span('UFO Museum')}, an old ${span('Outlook')}`,
    ),
    wanted,
  )
  assert.equal(placeholder?.restore('An QT1, a QT2, a QT3, An QT4, an old QT2'), wanted)
  assert.equal(
    inSource?.restore('An Hundred Villages Plan, a Outlook, the the Belt and Road, An UFO Museum, an old Outlook'),
    wanted,
  )
})

/** Settled English as termbases have it, marks that HTML escapes among it. */
const englishWord = fc.stringMatching(/^[A-Z][a-z&<>'"]{0,8}[a-z]$/)
const english = fc.array(englishWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const chinese = fc.stringMatching(/^[一-龥，。<>&"'\d]{0,12}$/)
const pieces = fc.array(fc.tuple(chinese, fc.stringMatching(/^[一-龥]{1,4}$/), english), { maxLength: 6 })

test('an engine that keeps the text as it is loses no settled English, and leaves no markup', () => {
  fc.assert(
    fc.property(pieces, chinese, fc.constantFrom(...means), (between, end, by) => {
      let text = ''
      const all = between.map(([before, form, name]): SettledPart => {
        const from = text.length + before.length
        text += before + form
        return { from, to: from + form.length, english: name }
      })
      text += end
      const { source: sent, restore } = protect(text, all, by)
      for (const { english: name } of all) assert.ok(by !== 'target-in-source' || sent.includes(name))
      const restored = restore(sent)
      let at = 0
      for (const { english: name } of all) {
        const next = restored.indexOf(name, at)
        assert.ok(next >= at, `${name} in ${restored}`)
        at = next + name.length
      }
      assert.ok(!/<\/?span|translate="no"/.test(restored))
      const bare = (value: string) => value.replace(/\s/g, '')
      const expected = [...between.map(([before, , name]) => before + name), end].join('')
      assert.equal(bare(restored), bare(expected))
    }),
  )
})

test('no answer makes it fail, and none takes long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...means), (answer, by) => {
      assert.equal(typeof protect(source, parts, by).restore(answer), 'string')
    }),
  )
  const { restore } = protect(source, parts, 'markup')
  for (const stretch of ['<', '< ', '<span', '<span ', '&#', ' \n', '</ ', '<br ']) restore(stretch.repeat(20_000))
})
