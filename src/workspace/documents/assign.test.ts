import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentSummary } from '../../contract/views/documents.ts'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { given, openOffice, textFile } from '../fixtures/office.ts'
import { setAbsence } from '../people/absence.ts'
import { assignDocuments, assignWork, changeAssignments } from './assign.ts'
import { listDocuments } from './document-list.ts'
import { importDocument } from './import.ts'
import { changeSegment } from './segments.ts'

test('what was given to whom stands in the list, for whoever stands in as well, until it is done', async () => {
  const { workspace, translator, reviser, hire } = await openOffice(createMemoryDoors())
  const other = await hire('other', 'translator')
  const { id } = given(await importDocument(workspace, translator, textFile('道路建设\n第一句话。第二句话。\n')))
  const work = { step: 'translate', person: translator.id, due: '2026-02-28' } as const
  given(await assignWork(workspace, reviser, { document: id, ...work, segments: ['b2.s1', 'b2.s2'] }))
  const seenBy = async (who: Person) => {
    const { documents } = given(await listDocuments(workspace, who))
    return documents.find((document): document is DocumentSummary => document.id === id)?.assignments ?? []
  }
  const [mine] = await seenBy(translator)
  assert.deepEqual(
    { ...mine, id: '' },
    {
      id: '',
      step: 'translate',
      person: translator.id,
      name: translator.name,
      standIn: null,
      due: '2026-02-28',
      whole: false,
      total: 2,
      open: 2,
      mine: true,
      late: true,
    },
  )
  assert.equal((await seenBy(other))[0]?.mine, false)
  const away = { from: '2026-02-27', until: '2026-03-05', standIn: other.id }
  given(await setAbsence(workspace, translator, { person: translator.id, away }))
  const [stands] = await seenBy(other)
  assert.deepEqual([stands?.mine, stands?.standIn], [true, other.name])

  for (const segment of ['b2.s1', 'b2.s2']) {
    const command = { type: 'translate', segment, base: 0, target: ['Words.'] } as const
    given(await changeSegment(workspace, translator, { document: id, command }))
  }
  const [done] = await seenBy(translator)
  assert.deepEqual([done?.open, done?.late], [0, false])
  given(
    await changeAssignments(workspace, translator, {
      document: id,
      command: { type: 'end', assignment: done?.id ?? '' },
    }),
  )
  assert.deepEqual(await seenBy(translator), [])
})

test('many documents are given at once as one by one, and what is refused is listed', async () => {
  const { workspace, translator, reviser } = await openOffice(createMemoryDoors())
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) {
    const file = textFile(`道路${name}\n第一句话${name}。\n`, `${name}.txt`)
    ids.push(given(await importDocument(workspace, translator, file)).id)
  }
  const work = { step: 'revise', person: reviser.id, due: null } as const
  const documents = [...ids, 'none', ids[0] ?? '']
  const { done, refused } = await assignDocuments(workspace, reviser, { documents, ...work })
  assert.deepEqual(done, ids)
  assert.deepEqual(
    refused.map(({ document, refusal }) => [document, refusal.code]),
    [['none', 'document-unknown']],
  )
  const byTranslator = await assignDocuments(workspace, translator, { documents: ids, ...work })
  assert.deepEqual([byTranslator.done, byTranslator.refused.length], [[], 3])
})
