import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { readGlossary } from '../csv/glossary-csv.ts'
import { someTerm } from '../glossary/fixtures/some-term.ts'
import { readTbx } from './read-tbx.ts'
import { writeTbx } from './write-tbx.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function read(text: string) {
  const glossary = readTbx(bytesOf(text))
  assert.ok(!isRefusal(glossary), JSON.stringify(glossary))
  const { rows } = glossary
  return {
    terms: rows.flatMap((row) => (row.type === 'term' ? [row.fields] : [])),
    skipped: rows.filter(({ type }) => type === 'unread').length,
  }
}

const expected: Omit<Term, 'id'> = {
  source: ['山阳茶城', '茶城'],
  renderings: [
    { text: 'Shanyang Tea City', status: 'preferred' },
    { text: 'Tea City of Shanyang', status: 'admitted' },
    { text: 'Shanyang Tea Town', status: 'deprecated' },
  ],
  status: 'proposed',
  domain: 'place',
  note: 'A market.\nusageStatus: in use\nterm: Teestadt',
  authority: 'Tea Gazette 3',
  definition: 'A town that trades in tea.',
  partOfSpeech: 'properNoun',
  abbreviation: 'STC',
}

const at = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

for (const name of ['basic-dct.tbx', 'basic-dca.tbx', 'martif.tbx']) {
  test(`reads ${name}`, () => {
    const { terms, skipped } = read(at(name))
    assert.deepEqual(terms, [expected])
    assert.equal(skipped, 1)
  })
}

test('refuses what is no TBX', () => {
  for (const text of ['<tmx/>', '<tbx', 'source,preferred', '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>']) {
    assert.ok(isRefusal(readTbx(bytesOf(text))), text)
  }
})

test('a concept without a preferred rendering has its first usable one preferred', () => {
  const { terms } = read(
    '<tbx><text><body><conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>茶</term></termSec></langSec><langSec xml:lang="en-GB"><termSec><term>Camellia</term><x:administrativeStatus xmlns:x="u">deprecatedTerm-admn-sts</x:administrativeStatus></termSec><termSec><term>tea <hi>leaf</hi></term></termSec></langSec></conceptEntry></body></text></tbx>',
  )
  assert.deepEqual(terms[0]?.renderings, [
    { text: 'Camellia', status: 'deprecated' },
    { text: 'tea leaf', status: 'preferred' },
  ])
})

test('the shipped glossary goes out and comes in the same', () => {
  const glossary = readGlossary(readFileSync(new URL('../../../glossary/zh-CN_en.csv', import.meta.url)))
  assert.ok(!isRefusal(glossary))
  assert.deepEqual(read(writeTbx(glossary)), { terms: glossary, skipped: 0 })
})

test('what was written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(someTerm, { maxLength: 4 }), (terms) => {
      assert.deepEqual(read(writeTbx(terms)), { terms, skipped: 0 })
    }),
    { numRuns: 500 },
  )
})

test('reading is total', () => {
  fc.assert(
    fc.property(fc.string(), (noise) => void readTbx(bytesOf(`<tbx><conceptEntry>${noise}</conceptEntry></tbx>`))),
  )
})

test('what other systems write their own way is read: capitals, layout, addresses, histories', () => {
  const { terms } = read(`<martif type="TBX"><text><body><termEntry id="6151_1">
    <transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date></transacGrp>
    <transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date></transacGrp>
    <xref type="xGraphic" target="https://example.org/tea.jpg">a cup</xref>
    <langSet xml:lang="en-US"><descripGrp><descrip type="definition">A drink
      of leaves.</descrip></descripGrp><ntig><termGrp><term id="1">tea</term><termNote type="partOfSpeech">Noun</termNote>
      <termNote type="termType">variant</termNote><termNote type="administrativeStatus">under review</termNote></termGrp></ntig></langSet>
    <langSet xml:lang="zh-cn"><ntig><termGrp><term>茶</term><termNote type="partOfSpeech">numeral</termNote></termGrp></ntig></langSet>
  </termEntry></body></text></martif>`)
  assert.deepEqual(terms, [
    {
      source: ['茶'],
      renderings: [{ text: 'tea', status: 'preferred' }],
      status: 'proposed',
      domain: '',
      note: [
        'transaction: origination, 2020-01-02',
        'xGraphic: a cup https://example.org/tea.jpg',
        'partOfSpeech: numeral',
        'termType: variant',
        'administrativeStatus: under review',
      ].join('\n'),
      authority: '',
      definition: 'A drink of leaves.',
      partOfSpeech: 'noun',
    },
  ])
})

test('TBX-Min as LISA had it is read', () => {
  const { terms } = read(`<TBX dialect="TBX-Min"><body><termEntry id="c1"><subjectField>茶</subjectField>
    <langGroup xml:lang="zh-CN"><termGroup><term>茶城</term></termGroup></langGroup>
    <langGroup xml:lang="en"><termGroup><term>tea town</term><termStatus>obsolete</termStatus></termGroup>
    <termGroup><term>tea city</term><termStatus>preferred</termStatus><partOfSpeech>noun</partOfSpeech></termGroup></langGroup>
  </termEntry></body></TBX>`)
  assert.deepEqual(terms, [
    {
      source: ['茶城'],
      renderings: [
        { text: 'tea town', status: 'deprecated' },
        { text: 'tea city', status: 'preferred' },
      ],
      status: 'proposed',
      domain: '茶',
      note: '',
      authority: '',
      partOfSpeech: 'noun',
    },
  ])
})
