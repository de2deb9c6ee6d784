import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { someTerm } from '../../formats/glossary/fixtures/some-term.ts'
import { comparable } from '../../language/text/fold.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { addTerm, listTerms, termHistory } from './terms.ts'
import { exportTerms, importTerms } from './terms-in-and-out.ts'

const head = 'source,preferred,status,note,authority,authority-date\n'
const csv = (text: string) => ({ filename: 'Glossary.CSV', bytes: new TextEncoder().encode(head + text) })

const fields: TermFields = {
  source: ['山村道路'],
  renderings: [{ text: 'mountain road', status: 'preferred' }],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
}

/** Terms that can stand together: no form is of two, and what is approved has its authority. */
const termbases = fc
  .uniqueArray(someTerm, { minLength: 1, maxLength: 5, selector: ({ source }) => comparable(source[0] ?? '') })
  .map((terms) => {
    const seen = new Set<string>()
    return terms.flatMap((term) => {
      const forms = term.source.map(comparable)
      if (term.status === 'retired' || forms.some((form) => seen.has(form)) || new Set(forms).size < forms.length)
        return []
      for (const form of forms) seen.add(form)
      if (term.status !== 'approved') return [term]
      return [
        {
          ...term,
          authority: 'Tea Gazette',
          authorityBody: 'Tea Office',
          authorityDate: '2025',
          authorityPlace: 'No. 3',
        },
      ]
    })
  })

const bare = ({ id: _, ...term }: TermFields & { readonly id: string }) => term

for (const format of ['csv', 'xlsx', 'tbx'] as const) {
  test(`what goes out as ${format} comes into an empty termbase the same, and finds itself the same`, async () => {
    await fc.assert(
      fc.asyncProperty(termbases, async (terms) => {
        fc.pre(terms.length > 0)
        const first = await openOffice(createMemoryDoors())
        for (const term of terms) given(await addTerm(first.workspace, first.admin, { term }))
        const file = given(await exportTerms(first.workspace, first.admin, { format }))
        const bytes = file.content
        const before = given(await listTerms(first.workspace, first.admin)).terms

        const second = await openOffice(createMemoryDoors())
        const taken = given(await importTerms(second.workspace, second.admin, { filename: file.filename, bytes }))
        assert.deepEqual([taken.added, taken.refusals], [terms.length, []])
        assert.deepEqual(given(await listTerms(second.workspace, second.admin)).terms.map(bare), before.map(bare))

        const again = given(await importTerms(first.workspace, first.admin, { filename: file.filename, bytes }))
        assert.deepEqual([again.same, again.changes, again.refusals], [terms.length, [], []])
      }),
      { numRuns: 60 },
    )
  })
}

test('a preview tells what the import then does, and does nothing', async () => {
  const { workspace, admin, translator } = await openOffice(createMemoryDoors())
  const { term } = given(await addTerm(workspace, translator, { term: fields }))
  const file = csv('山村道路,mountain road,,Narrow.,,\n石桥,stone bridge,approved,,,\n茶园,tea garden,,,,\n,x,,,,\n')
  const preview = given(await importTerms(workspace, admin, { ...file, dryRun: true }))
  assert.deepEqual(preview, {
    rows: 4,
    added: 1,
    changed: 1,
    same: 0,
    refused: 2,
    asProposed: 0,
    changes: [{ at: 2, form: '山村道路', members: ['note'] }],
    refusals: [
      { at: 3, form: '石桥', refusal: { type: 'refusal', code: 'authority-missing', params: {} } },
      { at: 5, form: 'x', refusal: { type: 'refusal', code: 'row-malformed', params: { column: 'source' } } },
    ],
    notices: [],
  })
  assert.equal(given(await listTerms(workspace, admin)).terms.length, 1)
  assert.deepEqual(given(await importTerms(workspace, admin, file)), preview)
  assert.equal(given(await listTerms(workspace, admin)).terms.length, 2)
  const { entries } = given(await termHistory(workspace, admin, { id: term.id }))
  assert.deepEqual(
    entries.map(({ event, name }) => [event.type, event.term.note, name]),
    [
      ['term-added', '', 'Tan Yue'],
      ['term-changed', 'Narrow.', 'Administrator'],
    ],
  )
})

test('a translator brings proposals; who has no role brings nothing', async () => {
  const { workspace, translator, hire } = await openOffice(createMemoryDoors())
  const file = csv('石桥,stone bridge,approved,,Bridge Office list,2025\n')
  assert.equal(codeOf(await importTerms(workspace, await hire('guest'), file)), 'role-missing')
  assert.equal(given(await importTerms(workspace, translator, file)).asProposed, 1)
  const [term] = given(await listTerms(workspace, translator)).terms
  assert.deepEqual([term?.status, term?.authority], ['proposed', 'Bridge Office list'])
})

test('what a form would not take is refused by row, what is no glossary as a whole', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const code = async (filename: string, text: string | Uint8Array) =>
    codeOf(
      await importTerms(workspace, admin, {
        filename,
        bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      }),
    )
  const long = given(await importTerms(workspace, admin, csv(`石桥,${'x'.repeat(501)},,,,\n`)))
  assert.deepEqual(long.refusals, [
    { at: 2, form: '石桥', refusal: { type: 'refusal', code: 'text-too-long', params: { most: '500' } } },
  ])
  assert.deepEqual(
    await Promise.all([
      code('a.csv', ''),
      code('a.csv', head),
      code('a.csv', 'source,colour\n'),
      code('a.csv', new Uint8Array(fileLimits.bytes + 1)),
      code('a.csv', `${head}${Array.from({ length: 100_001 }, (_, at) => `茶${at},tea,,,,`).join('\n')}`),
      code('a.docx', 'x'),
      code('a.xlsx', 'x'),
      code('a.tbx', '<html/>'),
    ]),
    [
      'file-empty',
      'file-empty',
      'headings-missing',
      'file-too-large',
      'rows-too-many',
      'file-format-unknown',
      'file-undecodable',
      'file-malformed',
    ],
  )
  assert.equal(codeOf(await exportTerms(workspace, admin, { format: 'toString' })), 'bad-request')
})
