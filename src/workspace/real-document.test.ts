import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { certificateOf, faultsOf } from '../review/certificate.ts'
import { createMemoryDoors } from '../stores/in-memory/doors.ts'
import { listFindings } from './documents/documents.ts'
import { startDrafting } from './documents/drafting.ts'
import { importDocument } from './documents/import.ts'
import { importMemory } from './documents/memory.ts'
import { changeSegment } from './documents/segments.ts'
import { given, openOffice, password, stateOf } from './fixtures/office.ts'
import { loadGlossary } from './glossary/terms.ts'
import { publish } from './releases/publish.ts'
import { allReleases } from './releases/releases.ts'
import { signOff } from './signing/sign-off.ts'
import { signOffSheet } from './signing/sign-off-sheet.ts'

const shared = new URL('../../../shared/', import.meta.url)
const skip = existsSync(shared) ? false : 'the real document is not at ../shared'

test('the real press conference goes the whole way, and no check stands in its way', { skip }, async () => {
  const read = (path: string) => new Uint8Array(readFileSync(new URL(path, shared)))
  const office = await openOffice(createMemoryDoors())
  const { workspace, world, translator, reviser, approver } = office
  const glossary = readFileSync(new URL('../../glossary/zh-CN_en.csv', import.meta.url))
  given(await loadGlossary(workspace, { filename: 'zh-CN_en.csv', bytes: glossary }))
  const memory = { filename: 'press-conference.tmx', bytes: read('golden/press-conference.tmx') }
  assert.deepEqual(given(await importMemory(workspace, translator, memory)), {
    pairs: 187,
    skipped: 0,
    codes: 0,
    notices: [],
  })
  const file = { filename: 'press-conference.zh.txt', bytes: read('input/press-conference.zh.txt') }
  const { id: document, blocks, segments } = given(await importDocument(workspace, translator, file))
  assert.deepEqual([blocks, segments], [75, 187])

  given(await startDrafting(workspace, translator, { document }))
  await workspace.runs.get(document)?.ended
  assert.deepEqual(office.faults, [])
  const { findings } = given(await listFindings(workspace, translator, { document }))
  assert.deepEqual(
    findings.filter(({ severity }) => severity !== 'note'),
    [],
  )
  for (const type of ['translate', 'revise'] as const) {
    const actor = type === 'translate' ? translator : reviser
    for (const { id, version } of (await stateOf(workspace, document)).segments.values()) {
      given(await changeSegment(workspace, actor, { document, command: { type, segment: id, base: version } }))
    }
  }
  const sheet = given(await signOffSheet(workspace, approver, { document }))
  assert.equal(sheet.refusal, null)
  given(await signOff(workspace, approver, { document, sequence: sheet.sequence, password }))
  given(await publish(workspace, approver, { document }))
  const [release] = await allReleases(workspace)
  assert.ok(release)
  assert.equal(release.rows.length, 187)
  assert.deepEqual(faultsOf(certificateOf(release, world.digest), release, world), [])
})
