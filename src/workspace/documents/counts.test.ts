import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent } from '../../model/event.ts'
import { inlineOf } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { chain } from '../../review/chain.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace, type Workspace } from '../core/open.ts'
import { changeSettings } from '../core/settings.ts'
import { codeOf, given, type Office, openOffice, segmentOf, textFile } from '../fixtures/office.ts'
import { exportCounts, viewCounts } from './counts.ts'
import { importDocument } from './import.ts'
import { viewPostEdits } from './post-edits.ts'
import { changeSegment, keepDrafts } from './segments.ts'
import { deleteDocument } from './shelf.ts'

const text = textFile('山村道路\n道路修好了。大家都说好。\n')

async function confirm(workspace: Workspace, actor: Person, document: string, segment: string, words: string) {
  const base = (await segmentOf(workspace, document, segment)).version
  const command = { type: 'translate', segment, base, target: inlineOf(words) } as const
  given(await changeSegment(workspace, actor, { document, command }))
}

/** A document of three sentences, two of them confirmed: one from a draft, and one by each of two people. */
async function openWithWork(): Promise<Office & { readonly document: string; readonly second: Person }> {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, hire } = office
  const { id: document } = given(await importDocument(workspace, translator, text))
  await keepDrafts(workspace, translator, document, [
    {
      segment: 'b2.s1',
      done: true,
      draft: {
        target: inlineOf('The road is done.'),
        origin: { type: 'machine', engine: 'google', version: '1' },
        glossary: '',
        compliance: { asked: [], met: [] },
      },
    },
  ])
  const second = await hire('anna', 'translator')
  await confirm(workspace, translator, document, 'b2.s1', 'The road is done!')
  await confirm(workspace, second, document, 'b2.s2', '=Everybody is glad.')
  return { ...office, document, second }
}

const ofDocument = async (workspace: Workspace, actor: Person, document: string) => {
  const { rows } = given(await viewCounts(workspace, actor, { by: ['document'] }))
  return rows.find((row) => row.document?.id === document)?.counts
}

test('what was done is counted by month, document and draft, for everybody', async () => {
  const { workspace, reviser, document } = await openWithWork()
  const view = given(await viewCounts(workspace, reviser, { by: ['month', 'engine', 'document'] }))
  assert.deepEqual([view.from, view.to, view.left, view.unreadable, view.people], ['2025-04', '2026-03', 0, 0, false])
  const mine = view.rows.filter((row) => row.document?.id === document)
  assert.deepEqual(
    mine.map(({ engine, person, counts, distance, score }) => [
      engine,
      person,
      counts.importedSentences,
      counts.draftedSentences,
      counts.confirmedSentences,
      counts.confirmedWords,
      distance,
      score,
    ]),
    [
      ['google', null, 0, 1, 1, 4, 5.9, null],
      ['none', null, 3, 0, 1, 3, null, null],
    ],
  )
  const sum = view.rows.reduce((all, { counts }) => all + counts.confirmedSentences, 0)
  assert.equal(view.total.counts.confirmedSentences, sum)
  assert.deepEqual(given(await viewCounts(workspace, reviser, { by: [] })).rows, [])
  const before = given(await viewCounts(workspace, reviser, { by: ['month'], from: '2025-01', to: '2025-12' }))
  assert.deepEqual([before.rows, before.total.counts.importedSentences, before.total.distance], [[], 0, null])
  assert.equal(codeOf(await viewCounts(workspace, reviser, { by: [], from: '2026-02', to: '2026-01' })), 'bad-request')
})

test('nobody is told apart unless the office says so, and everybody sees their own', async () => {
  const { workspace, admin, translator, second, document } = await openWithWork()
  const refused = [
    await viewCounts(workspace, admin, { by: ['person'] }),
    await exportCounts(workspace, admin, { by: ['month', 'person'] }),
  ]
  assert.deepEqual(refused.map(codeOf), ['counts-by-person-off', 'counts-by-person-off'])
  const own = given(await viewCounts(workspace, second, { by: ['document', 'person'], whose: 'me' }))
  assert.deepEqual(
    own.rows.map((row) => [row.person, row.document?.id, row.counts.confirmedSentences]),
    [[{ id: second.id, name: second.name }, document, 1]],
  )
  assert.equal(own.total.counts.confirmedSentences, 1)
  assert.deepEqual(given(await viewPostEdits(workspace, admin)).by.person, [])

  given(await changeSettings(workspace, admin, { counts: { people: true } }))
  const { rows } = given(await viewCounts(workspace, second, { by: ['person'] }))
  const names = rows.map(({ person }) => person?.name ?? '')
  assert.deepEqual(names, names.toSorted(), 'in the order of their names')
  const confirmed = new Map(rows.map(({ person, counts }) => [person?.id, counts.confirmedSentences]))
  assert.deepEqual([confirmed.get(translator.id), confirmed.get(second.id)], [1, 1])
  assert.equal(given(await viewPostEdits(workspace, admin)).by.person.length, 1)
})

test('what is kept is what would be counted anew, as documents grow, and after a start from what was written', async () => {
  const { workspace, world, translator, reviser, admin, document } = await openWithWork()
  const view = async (of: Workspace) => given(await viewCounts(of, admin, { by: ['month', 'document', 'engine'] }))
  await view(workspace)
  await confirm(workspace, translator, document, 'b1.s1', 'A road')
  const base = (await segmentOf(workspace, document, 'b1.s1')).version
  const revise = { type: 'revise', segment: 'b1.s1', base } as const
  given(await changeSegment(workspace, reviser, { document, command: revise }))
  given(await importDocument(workspace, translator, textFile('第二份。\n', 'b.txt')))
  const grown = await view(workspace)
  assert.equal((await ofDocument(workspace, admin, document))?.revisedSentences, 1)
  assert.deepEqual(grown, await view(openWorkspace(world)))

  await workspace.counts.write()
  const reads: string[] = []
  const { journals } = world
  const read: typeof journals.read = (name, after, most) => {
    if (name.startsWith('document/')) reads.push(name)
    return journals.read(name, after, most)
  }
  const again = openWorkspace({ ...world, journals: { ...journals, read } })
  await again.outlines.all()
  reads.length = 0
  assert.deepEqual(await view(again), grown)
  assert.deepEqual(reads, [], 'nothing is counted again')

  given(await changeSettings(workspace, admin, { timeZone: 'Pacific/Kiritimati' }))
  assert.deepEqual(await view(workspace), await view(openWorkspace(world)))
})

test('a document that was deleted is not in it, and one that cannot be read is told of', async () => {
  const { workspace, world, admin, document, translator } = await openWithWork()
  const { id: other } = given(await importDocument(workspace, translator, textFile('第二份。\n', 'b.txt')))
  given(await viewCounts(workspace, admin, { by: [] }))
  given(await deleteDocument(workspace, admin, { document }))
  const view = given(await viewCounts(workspace, admin, { by: ['document'] }))
  assert.ok(view.rows.every((row) => row.document?.id !== document))
  const [entry] = await world.journals.read(`document/${other}`, 0)
  assert.ok(entry)
  const { journals } = world
  const altered: typeof journals.read = async (name, after, most) => {
    const entries = await journals.read(name, after, most)
    return name === `document/${other}` ? entries.map((one) => ({ ...one, by: 'somebody' })) : entries
  }
  const reopened = openWorkspace({ ...world, journals: { ...journals, read: altered } })
  const damaged = given(await viewCounts(reopened, admin, { by: ['document'] }))
  assert.deepEqual([damaged.unreadable, damaged.left], [1, 0])
  assert.ok(damaged.rows.every((row) => row.document?.id !== other))
})

test('many documents are counted some at a time, and nothing is said to be whole before it is', async () => {
  const doors = createMemoryDoors()
  const { world, admin, translator, document } = await openWithWorkIn(doors)
  const [first] = await world.journals.read(`document/${document}`, 0)
  if (first?.event.type !== 'document-imported') assert.fail()
  const { event } = first
  for (let number = 0; number < 900; number++) {
    const id = `x${number}`
    const copy: DocumentEvent = { ...event, document: { ...event.document, id } }
    const entries = chain({ sequence: 0, hash: '' }, [copy], { at: first.at, by: translator.id, digest: world.digest })
    await world.journals.append(`document/${id}`, entries)
  }
  const reopened = openWorkspace(world)
  const lefts: number[] = []
  for (;;) {
    const { left, documents, total } = given(await viewCounts(reopened, admin, { by: [] }))
    lefts.push(left)
    assert.ok(total.counts.importedSentences >= documents)
    if (left === 0) break
  }
  assert.ok(lefts.length > 1 && lefts.length < 20, lefts.join(' '))
  const file = given(await exportCounts(openWorkspace(world), admin, { by: ['document'] }))
  const lines = new TextDecoder().decode(file.content).trim().split('\n')
  assert.ok(lines.length > 900, 'a file waits for all')
  assert.match(file.filename, /^counts-2025-04-2026-03\.csv$/)
  assert.equal(given(await viewCounts(reopened, admin, { by: [] })).documents, lines.length - 1)
})

async function openWithWorkIn(doors: ReturnType<typeof createMemoryDoors>) {
  const office = await openOffice(doors)
  const { id: document } = given(await importDocument(office.workspace, office.translator, text))
  return { ...office, document }
}
