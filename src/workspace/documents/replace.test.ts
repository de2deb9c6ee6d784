import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { ReplaceInSegment } from '../../contract/views/replacing.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, type Office, openOffice, password, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { importDocument } from './import.ts'
import { replaceWords, undoReplacement } from './replace-act.ts'
import type { Wanted } from './replace-hits.ts'
import { lookAtReplacement } from './replace-look.ts'
import { changeSegment } from './segments.ts'
import { changeShelf } from './shelf.ts'

const text = '水网方案\n建成骨干水网。骨干水网要通。主网调度。节水优先。\n'
const english = [
  'Water plan',
  'The trunk grid will stand.',
  'Trunk grid: open it.',
  'Run the trunk grid.',
  'Save water.',
]
const segments = ['b1.s1', 'b2.s1', 'b2.s2', 'b2.s3', 'b2.s4'] as const

interface Desk extends Office {
  readonly document: string
}

async function openDesk(filename = 'plan.txt', office?: Office): Promise<Desk> {
  const opened = office ?? (await openOffice(createMemoryDoors()))
  const file = textFile(`${filename}\n${text}`, filename)
  const { id: document } = given(await importDocument(opened.workspace, opened.translator, file))
  return { ...opened, document }
}

async function translated(filename?: string, office?: Office): Promise<Desk> {
  const desk = await openDesk(filename, office)
  for (const [index, words] of english.entries()) await say(desk, desk.translator, segmentAt(index), words)
  return desk
}

/** The document begins with its name, which stays without English. */
function segmentAt(index: number): string {
  const [block = '', sentence = ''] = (segments[index] ?? '').split('.')
  return `b${Number(block.slice(1)) + 1}.${sentence}`
}

async function say(desk: Desk, actor: Person, segment: string, words: string) {
  const { version: base } = await segmentOf(desk.workspace, desk.document, segment)
  const command = { type: 'translate', segment, base, target: [words] } as const
  return given(await changeSegment(desk.workspace, actor, { document: desk.document, command }))
}

async function revise({ workspace, reviser, document }: Desk, segment: string) {
  const { version: base } = await segmentOf(workspace, document, segment)
  given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment, base } }))
}

function wanted(desk: Desk, changes: Partial<Wanted> = {}): Wanted {
  const search = { find: 'trunk grid', mode: 'plain', capitals: false, replacement: 'backbone network' } as const
  return { search, chinese: '', states: ['initial', 'translated', 'reviewed'], document: desk.document, ...changes }
}

async function look(desk: Desk, changes: Partial<Wanted> = {}, actor = desk.translator) {
  return given(await lookAtReplacement(desk.workspace, actor, wanted(desk, changes)))
}

async function idsFound(desk: Desk, changes: Partial<Wanted>): Promise<readonly string[]> {
  const { documents } = await look(desk, changes)
  return documents.flatMap((one) => one.segments.map(({ id }) => id))
}

function chosenOf(document: string, found: readonly ReplaceInSegment[]) {
  return [{ document, segments: found.map(({ id: segment, version }) => ({ segment, version })) }]
}

async function englishOf({ workspace, document }: Desk): Promise<readonly string[]> {
  return Promise.all(
    english.map(async (_words, index) => plain((await segmentOf(workspace, document, segmentAt(index))).target)),
  )
}

test('each place says what would become of it, and nothing is changed by looking', async () => {
  const desk = await translated()
  await revise(desk, segmentAt(2))
  const before = (await stateOf(desk.workspace, desk.document)).sequence
  const { documents, more } = await look(desk)
  assert.equal(more, false)
  const found = documents[0]?.segments ?? []
  assert.deepEqual(
    found.map(({ id, number, state, places, falls, blocked }) => [
      id,
      number,
      state,
      places[0]?.with,
      falls?.what,
      falls?.mine,
      blocked,
    ]),
    [
      [segmentAt(1), 3, 'translated', 'backbone network', 'translated', true, null],
      [segmentAt(2), 4, 'reviewed', 'Backbone network', 'reviewed', false, null],
      [segmentAt(3), 5, 'translated', 'backbone network', 'translated', true, null],
    ],
  )
  assert.equal((await stateOf(desk.workspace, desk.document)).sequence, before)
})

test('a place that would bring a finding says so', async () => {
  const desk = await translated()
  const search = { find: 'Save', mode: 'words', capitals: true, replacement: 'Save save' } as const
  const { documents } = await look(desk, { search })
  assert.deepEqual(
    documents[0]?.segments[0]?.findings.map(({ code }) => code),
    ['word-repeated'],
  )
})

test('only where the Chinese has the words, only in some states, only what one person changed last', async () => {
  const desk = await translated()
  await revise(desk, segmentAt(1))
  await say(desk, desk.reviser, segmentAt(3), 'Run the Trunk Grid.')
  assert.deepEqual(await idsFound(desk, { chinese: '骨干水网' }), [segmentAt(1), segmentAt(2)])
  assert.deepEqual(await idsFound(desk, { states: ['reviewed'] }), [segmentAt(1)])
  assert.deepEqual(await idsFound(desk, { person: desk.reviser.id }), [segmentAt(3)])
  assert.deepEqual(await idsFound(desk, { states: [] }), [])
  const { documents } = await look(desk, { chinese: '骨干水网' })
  assert.deepEqual(documents[0]?.segments[1]?.sourcePlaces, [{ from: 0, to: 4 }])
})

test('what was chosen is replaced as edits of whoever asked, and taken back as one', async () => {
  const desk = await translated()
  await revise(desk, segmentAt(2))
  const { workspace, translator, document } = desk
  const before = await stateOf(workspace, document)
  const { documents } = await look(desk)
  const request = {
    act: 'act-0001',
    ...wanted(desk),
    signed: false,
    chosen: chosenOf(document, documents[0]?.segments ?? []),
  }
  const done = given(await replaceWords(workspace, translator, request))
  assert.deepEqual([done.places, done.segments, done.refused], [3, 3, []])
  assert.deepEqual((await englishOf(desk)).slice(1, 4), [
    'The backbone network will stand.',
    'Backbone network: open it.',
    'Run the backbone network.',
  ])
  assert.equal((await segmentOf(workspace, document, segmentAt(2))).state, 'initial')
  // An answer that was lost is asked for again: nothing is done twice.
  const { sequence } = await stateOf(workspace, document)
  assert.deepEqual(given(await replaceWords(workspace, translator, request)).refused, [])
  assert.equal((await stateOf(workspace, document)).sequence, sequence)

  const undone = given(await undoReplacement(workspace, translator, { act: 'act-0001', documents: [document] }))
  assert.deepEqual(undone, { segments: 3, refused: [] })
  const after = await stateOf(workspace, document)
  for (const [id, was] of before.segments) {
    const is = after.segments.get(id)
    assert.deepEqual({ ...is, version: 0 }, { ...was, version: 0 })
  }
  assert.equal(
    codeOf(await undoReplacement(workspace, translator, { act: 'act-0001', documents: [document] })),
    'nothing-to-undo',
  )
})

test('what somebody changes between looking and replacing stays, and so does what they change before it is taken back', async () => {
  const desk = await translated()
  const { workspace, translator, reviser, document } = desk
  const { documents } = await look(desk)
  await say(desk, reviser, segmentAt(1), 'The trunk grid will be built.')
  const request = {
    act: 'act-0002',
    ...wanted(desk),
    signed: false,
    chosen: chosenOf(document, documents[0]?.segments ?? []),
  }
  const done = given(await replaceWords(workspace, translator, request))
  assert.equal(done.segments, 2)
  assert.deepEqual(
    done.refused.map(({ number, refusal }) => [number, refusal.code]),
    [[3, 'segment-changed']],
  )
  await say(desk, reviser, segmentAt(2), 'Backbone network: open it now.')
  const undone = given(await undoReplacement(workspace, translator, { act: 'act-0002', documents: [document] }))
  assert.equal(undone.segments, 1)
  assert.deepEqual(
    undone.refused.map(({ number, refusal }) => [number, refusal.code]),
    [[4, 'segment-changed']],
  )
  assert.deepEqual((await englishOf(desk)).slice(1, 4), [
    'The trunk grid will be built.',
    'Backbone network: open it now.',
    'Run the trunk grid.',
  ])
})

test('of the places of a sentence only the chosen are replaced', async () => {
  const desk = await translated()
  await say(desk, desk.translator, segmentAt(3), 'A grid, a grid and a grid.')
  const { version } = await segmentOf(desk.workspace, desk.document, segmentAt(3))
  const search = { find: 'grid', mode: 'plain', capitals: true, replacement: 'net' } as const
  const chosen = [{ document: desk.document, segments: [{ segment: segmentAt(3), version, places: [0, 2] }] }]
  const done = given(
    await replaceWords(desk.workspace, desk.translator, { act: 'act-0003', search, signed: false, chosen }),
  )
  assert.equal(done.places, 2)
  assert.equal((await englishOf(desk))[3], 'A net, a grid and a net.')
})

test('over all documents, but for those in the archive; each is taken back with the others', async () => {
  const first = await translated()
  const second = await translated('other.txt', first)
  const third = await translated('old.txt', first)
  const { workspace, translator, approver } = first
  given(await changeShelf(workspace, approver, { document: third.document, command: { type: 'archive-document' } }))
  const { document: _document, ...all } = wanted(first)
  const { documents } = given(await lookAtReplacement(workspace, translator, all))
  assert.deepEqual(new Set(documents.map(({ id }) => id)), new Set([first.document, second.document]))
  const chosen = documents.flatMap((one) => chosenOf(one.id, one.segments))
  const done = given(await replaceWords(workspace, translator, { act: 'act-0004', ...all, signed: false, chosen }))
  assert.equal(done.segments, 6)
  const undone = given(
    await undoReplacement(workspace, translator, { act: 'act-0004', documents: documents.map(({ id }) => id) }),
  )
  assert.equal(undone.segments, 6)
  assert.equal((await englishOf(second))[3], 'Run the trunk grid.')
})

test('who may not edit may look and is told of each place, and replaces nothing', async () => {
  const desk = await translated()
  const { documents } = await look(desk, {}, desk.approver)
  const found = documents[0]?.segments ?? []
  assert.ok(found.every(({ blocked }) => blocked?.code === 'role-missing'))
  const request = { act: 'act-0005', ...wanted(desk), signed: false, chosen: chosenOf(desk.document, found) }
  assert.equal(codeOf(await replaceWords(desk.workspace, desk.approver, request)), 'role-missing')
  assert.equal(
    codeOf(await undoReplacement(desk.workspace, desk.approver, { act: 'act-0005', documents: [] })),
    'role-missing',
  )
  assert.equal(
    codeOf(await lookAtReplacement(desk.workspace, desk.translator, wanted(desk, { document: 'none' }))),
    'document-unknown',
  )
  const search = { ...request.search, find: '' }
  assert.equal(
    codeOf(await lookAtReplacement(desk.workspace, desk.translator, wanted(desk, { search }))),
    'search-empty',
  )
})

test('many at once are what each would be alone, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
      fc.constantFrom('e', 'trunk', 'the', 'Water', '.'),
      async (order, find) => {
        const [together, alone] = [await translated(), await translated()]
        const search = { find, mode: 'plain', capitals: false, replacement: 'x' } as const
        const chosen = async (desk: Desk, places: readonly number[]) => [
          {
            document: desk.document,
            segments: await Promise.all(
              places.map(async (place) => {
                const segment = segmentAt(place)
                return { segment, version: (await segmentOf(desk.workspace, desk.document, segment)).version }
              }),
            ),
          },
        ]
        const send = async (desk: Desk, places: readonly number[]) =>
          given(
            await replaceWords(desk.workspace, desk.translator, {
              act: 'act-0006',
              search,
              signed: false,
              chosen: await chosen(desk, places),
            }),
          )
        await send(together, order)
        for (const place of order) await send(alone, [place])
        assert.deepEqual(await englishOf(together), await englishOf(alone))
        const undo = { act: 'act-0006', documents: [together.document] }
        await undoReplacement(together.workspace, together.translator, undo)
        assert.deepEqual(await englishOf(together), english)
      },
    ),
    { numRuns: 15 },
  )
})

test('signed sentences are counted and left alone until they are asked for', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, approver } = office
  const file = textFile('水网建成了。\n', 'signed.txt')
  const desk = { ...office, document: given(await importDocument(workspace, translator, file)).id }
  await say(desk, translator, 'b1.s1', 'The trunk grid stands.')
  await revise(desk, 'b1.s1')
  const { document } = desk
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, password, sequence }))
  const left = await look(desk)
  assert.deepEqual(
    left.documents.map((one) => [one.signed, one.segments.length]),
    [[1, 0]],
  )
  const { documents } = await look(desk, { states: ['final'] })
  assert.deepEqual(
    documents[0]?.segments.map(({ falls, blocked }) => [falls?.what, blocked]),
    [['final', null]],
  )
  const request = { act: 'act-0007', ...wanted(desk), chosen: chosenOf(document, documents[0]?.segments ?? []) }
  const refused = given(await replaceWords(workspace, translator, { ...request, signed: false }))
  assert.deepEqual(
    refused.refused.map(({ refusal }) => refusal.code),
    ['segment-signed'],
  )
  assert.equal(given(await replaceWords(workspace, translator, { ...request, signed: true })).segments, 1)
})

test('nothing is replaced where one of the documents is not there', async () => {
  const desk = await translated()
  const { workspace, translator, document } = desk
  const { version } = await segmentOf(workspace, document, segmentAt(1))
  const chosen = [document, 'gone'].map((id) => ({ document: id, segments: [{ segment: segmentAt(1), version }] }))
  const request = { act: 'act-0012', search: wanted(desk).search, signed: false, chosen }
  assert.equal(codeOf(await replaceWords(workspace, translator, request)), 'document-unknown')
  assert.deepEqual(await englishOf(desk), english)
})

test('however many documents are named, and however often, they are searched in one go and replaced once', async () => {
  const first = await translated()
  const { document: second } = await translated('other.txt', first)
  const searches: number[] = []
  const { world } = first.workspace
  const search: typeof world.search = (job) => {
    searches.push(job.texts.length)
    return world.search(job)
  }
  const workspace = { ...first.workspace, world: { ...world, search } }
  const { documents } = await look(first)
  const segments = chosenOf('', documents[0]?.segments ?? [])[0]?.segments ?? []
  const chosen = [first.document, second, first.document].map((document) => ({ document, segments }))
  const request = { act: 'act-0014', search: wanted(first).search, signed: false, chosen }
  const done = given(await replaceWords(workspace, first.translator, request))
  assert.deepEqual(searches, [6])
  assert.deepEqual([done.segments, done.places], [6, 6])
})

test('nothing is taken back where one of the documents is not there', async () => {
  const desk = await translated()
  const { workspace, translator, document } = desk
  const { documents } = await look(desk)
  const chosen = chosenOf(document, documents[0]?.segments ?? [])
  given(await replaceWords(workspace, translator, { act: 'act-0013', ...wanted(desk), signed: false, chosen }))
  const after = await englishOf(desk)
  const undoing = undoReplacement(workspace, translator, { act: 'act-0013', documents: [document, 'gone'] })
  assert.equal(codeOf(await undoing), 'document-unknown')
  assert.deepEqual(await englishOf(desk), after)
})
