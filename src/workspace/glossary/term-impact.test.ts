import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inlineOf, plain } from '../../model/inline.ts'
import type { Rendering } from '../../model/term.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { listDocuments } from '../documents/document-list.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, type Office, openOffice, password, segmentOf, textFile } from '../fixtures/office.ts'
import { publish } from '../releases/publish.ts'
import { allReleases } from '../releases/releases.ts'
import { signOff } from '../signing/sign-off.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { previewTermImpact, termImpact } from './term-impact.ts'
import { addTerm, changeTerm, termHistory } from './terms.ts'

const english: Readonly<Record<string, string>> = {
  山村道路建设情况: 'Building Mountain Roads',
  '明年，我们将修好最后一段山村道路。': 'Next year we will mend the last stretch of mountain road.',
  '大家都很高兴。': 'Everyone is pleased.',
}
const text = '山村道路建设情况\n明年，我们将修好最后一段山村道路。大家都很高兴。\n'

function fields(changes: Partial<TermFields> = {}): TermFields {
  const renderings: readonly Rendering[] = [{ text: 'mountain road', status: 'preferred' }]
  return { source: ['山村道路'], renderings, status: 'proposed', domain: '', note: '', authority: '', ...changes }
}

const renamed: readonly Rendering[] = [
  { text: 'upland road', status: 'preferred' },
  { text: 'mountain road', status: 'forbidden' },
]

/** Has every segment of a document that waits for it translated and revised, and the whole signed. */
async function wholeWay({ workspace, translator, reviser, approver }: Office, document: string): Promise<void> {
  for (const segment of ['b1.s1', 'b2.s1', 'b2.s2']) {
    const { source, target, version: base, state } = await segmentOf(workspace, document, segment)
    if (state !== 'initial') continue
    const words = target.length > 0 ? target : inlineOf(english[plain(source)] ?? '')
    const command = { type: 'translate', segment, base, target: words } as const
    given(await changeSegment(workspace, translator, { document, command }))
    const { version } = await segmentOf(workspace, document, segment)
    const revision = { type: 'revise', segment, base: version } as const
    given(await changeSegment(workspace, reviser, { document, command: revision }))
  }
  const { sequence } = given(await signOffSheet(workspace, approver, { document }))
  given(await signOff(workspace, approver, { document, sequence, password }))
}

async function signedOffice() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, admin, translator, approver } = office
  const { term } = given(await addTerm(workspace, admin, { term: fields() }))
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  await wholeWay(office, document)
  given(await publish(workspace, approver, { document }))
  const statusOf = async () =>
    given(await listDocuments(workspace, admin)).documents.find(({ id }) => id === document)?.signOff
  return { ...office, id: term.id, document, statusOf }
}

test('a preview tells what a change would touch, and writes nothing', async () => {
  const { workspace, translator, id, document, statusOf } = await signedOffice()
  const preview = given(
    await previewTermImpact(workspace, translator, { id, term: fields({ renderings: renamed }), limit: 500 }),
  )
  assert.deepEqual([preview.touched, preview.open, preview.listed], [2, 2, 2])
  assert.equal(preview.changed, null)
  const [touched] = preview.documents
  assert.equal(preview.documents.length, 1)
  assert.deepEqual(
    { ...touched, segments: touched?.segments.map(({ number, state, draft }) => ({ number, state, draft })) },
    {
      id: document,
      title: '山村道路建设情况',
      signOff: 'signed',
      release: { number: 1, path: `/published/d/${document}/v1/`, touched: 2, open: 2 },
      touched: 2,
      open: 2,
      segments: [
        { number: 1, state: 'final', draft: false },
        { number: 2, state: 'final', draft: false },
      ],
      inOrder: [],
    },
  )
  const proposals = touched?.segments.map(({ proposal, findings }) => [plain(proposal ?? []), findings[0]?.code])
  assert.deepEqual(proposals, [
    ['Building Upland Roads', 'term-forbidden'],
    ['Next year we will mend the last stretch of upland road.', 'term-forbidden'],
  ])
  assert.equal(given(await termHistory(workspace, translator, { id })).entries.length, 1)
  assert.equal(await statusOf(), 'signed')

  // Numbers are whole whatever is listed.
  const short = given(
    await previewTermImpact(workspace, translator, { id, term: fields({ renderings: renamed }), limit: 1 }),
  )
  assert.deepEqual([short.touched, short.open, short.listed, short.documents[0]?.segments.length], [2, 2, 1, 1])
})

test('a preview is refused like the change, but for roles; whoever is not on the team may not ask', async () => {
  const { workspace, translator, id, hire } = await signedOffice()
  const ask = (term: TermFields, of: string | null = id, who = translator) =>
    previewTermImpact(workspace, who, { id: of, term, limit: 0 })
  assert.equal(codeOf(await ask(fields(), 'none')), 'term-unknown')
  assert.equal(codeOf(await ask(fields({ renderings: [] }))), 'term-incomplete')
  assert.equal(codeOf(await ask(fields(), null)), 'term-duplicate')
  assert.equal(codeOf(await ask(fields(), id, await hire('guest'))), 'role-missing')
  assert.equal(codeOf(await termImpact(workspace, translator, { id: 'none', limit: 0 })), 'term-unknown')
  // Approving asks for no more here than what it would touch; a new term touches, too.
  assert.equal(given(await ask(fields({ status: 'approved' }))).touched, 2)
  assert.equal(given(await ask(fields({ source: ['大家'] }), null)).touched, 1)
  assert.equal(given(await ask(fields({ status: 'retired' }))).open, 0)
})

test('a change is worked off: accepted as any edit, signed again, an erratum in the next release', async () => {
  const office = await signedOffice()
  const { workspace, admin, translator, approver, id, document, statusOf } = office
  given(await changeTerm(workspace, admin, { id, base: 1, term: fields({ renderings: renamed }) }))
  assert.equal(await statusOf(), 'stale')
  const impact = async () => given(await termImpact(workspace, translator, { id, limit: 500 }))
  const before = await impact()
  assert.deepEqual([before.touched, before.open, before.changed?.name], [2, 2, 'Administrator'])
  assert.equal(before.documents[0]?.signOff, 'stale')

  const [first, second] = before.documents[0]?.segments ?? []
  assert.ok(first?.proposal && second?.proposal)
  const edit = (segment: typeof first, who = translator) => {
    const command = {
      type: 'edit',
      segment: segment.id,
      base: segment.version,
      target: segment.proposal ?? [],
    } as const
    return changeSegment(workspace, who, { document, command })
  }
  assert.equal(codeOf(await edit(first, approver)), 'role-missing')
  given(await edit(first))
  const own = { type: 'edit', segment: second.id, base: second.version, target: ['Words of somebody else.'] } as const
  given(await changeSegment(workspace, translator, { document, command: own }))
  assert.equal(codeOf(await edit(second)), 'segment-changed')

  const during = await impact()
  assert.deepEqual([during.touched, during.open], [2, 1])
  assert.deepEqual(during.documents[0]?.inOrder, [{ id: 'b1.s1', number: 1 }])
  assert.equal(during.documents[0]?.segments[0]?.proposal, null, 'a person has to find the words')
  assert.equal(during.documents[0]?.release?.open, 2, 'what is published says it still')

  const { version } = await segmentOf(workspace, document, second.id)
  const mended = { ...own, base: version, target: ['Next year the last upland road will be mended.'] }
  given(await changeSegment(workspace, translator, { document, command: mended }))
  await wholeWay(office, document)
  given(await publish(workspace, approver, { document }))
  const [v1, v2] = await allReleases(workspace)
  assert.deepEqual(
    v2?.errata.map(({ segment, change }) => [segment, change]),
    [
      ['b1.s1', 'target'],
      ['b2.s1', 'target'],
    ],
  )
  assert.deepEqual([v1?.terms, v2?.terms], [[], []], 'a proposed term is not published')
  const after = await impact()
  assert.deepEqual([after.touched, after.open, after.documents[0]?.release?.open], [2, 0, 0])
  assert.equal(after.documents[0]?.release?.number, 2)
})

test('what was right once is worked off later, too, when the term has been changed again since', async () => {
  const { workspace, admin, translator, id } = await signedOffice()
  const dropped = fields({ renderings: [{ text: 'upland road', status: 'preferred' }] })
  given(await changeTerm(workspace, admin, { id, base: 1, term: dropped }))
  given(await changeTerm(workspace, admin, { id, base: 2, term: { ...dropped, note: 'By decision of the office.' } }))
  const { open, documents } = given(await termImpact(workspace, translator, { id, limit: 500 }))
  assert.equal(open, 2)
  assert.deepEqual(
    documents[0]?.segments.map(({ proposal }) => plain(proposal ?? [])),
    ['Building Upland Roads', 'Next year we will mend the last stretch of upland road.'],
  )
})

test('a term retired or approved alone unsigns; the next release says so in its glossary and corrects nothing', async () => {
  const office = await signedOffice()
  const { workspace, admin, approver, id, document, statusOf } = office
  const approved = fields({
    status: 'approved',
    authority: 'Gazette of names',
    authorityBody: 'Road Office',
    authorityDate: '2026-01',
    authorityPlace: 'No. 4',
  })
  given(await changeTerm(workspace, admin, { id, base: 1, term: approved }))
  assert.equal(await statusOf(), 'stale')
  await wholeWay(office, document)
  given(await publish(workspace, approver, { document }))
  given(await changeTerm(workspace, admin, { id, base: 2, term: { ...approved, status: 'retired' } }))
  assert.equal(await statusOf(), 'stale')
  assert.equal(given(await termImpact(workspace, admin, { id, limit: 500 })).open, 0)
  await wholeWay(office, document)
  given(await publish(workspace, approver, { document }))
  const releases = await allReleases(workspace)
  assert.deepEqual(
    releases.map(({ terms, errata }) => [terms[0]?.status, errata.length]),
    [
      [undefined, 0],
      ['approved', 0],
      [undefined, 0],
    ],
  )
})
