import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingKey } from '../../model/finding.ts'
import { certificateOf, faultsOf } from '../../review/certificate.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { listFindings } from '../documents/documents.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, type Office, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { addTerm } from '../glossary/terms.ts'
import { signOff } from '../signing/sign-off.ts'
import { changeSettingsAndPages } from './change-settings.ts'
import { publish } from './publish.ts'
import { allReleases } from './releases.ts'

const names = ['Tan Yue', 'Ren Jia', 'Qian Fa']
const secret = 'Do not publish without asking the legal office'

/** Two terms with notes, a waived error, and a first release of a document that has them. */
async function releaseIn(office: Office, doors: ReturnType<typeof createMemoryDoors>) {
  const { workspace, admin, translator, reviser, approver } = office
  const fields = { domain: '', note: secret, authority: '' }
  const preferred = (text: string) => [{ text, status: 'preferred' as const }]
  const authority = {
    authority: 'Style sheet',
    authorityBody: 'Road Office',
    authorityDate: '2025',
    authorityPlace: 'No. 7',
  }
  const approved = { source: ['山村道路'], renderings: preferred('mountain road'), status: 'approved' as const }
  given(
    await addTerm(workspace, admin, {
      term: { ...fields, ...approved, ...authority, publicNote: 'Any road above 500 meters.' },
    }),
  )
  const proposed = { source: ['石桥'], renderings: preferred('stone bridge'), status: 'proposed' as const }
  given(await addTerm(workspace, admin, { term: { ...fields, ...proposed } }))
  const { id: document } = given(
    await importDocument(workspace, translator, textFile('山村道路修好了。\n石桥修了三座。\n')),
  )
  const english = { 'b1.s1': 'The village path is mended.', 'b2.s1': 'Three stone bridges were built.' }
  for (const [segment, words] of Object.entries(english)) {
    const base = (await stateOf(workspace, document)).segments.get(segment)?.version ?? 0
    const command = { type: 'translate', segment, base, target: [words] } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  const { findings } = given(await listFindings(workspace, reviser, { document }))
  const error = findings.find(({ severity }) => severity === 'error') ?? assert.fail()
  const waive = async (reason: string) => {
    const base = (await stateOf(workspace, document)).segments.get('b1.s1')?.version ?? 0
    const command = { type: 'waive', segment: 'b1.s1', base, finding: findingKey(error), reason } as const
    return changeSegment(workspace, reviser, { document, command })
  }
  for (const empty of ['ok', 'OK.', '好的', '没问题']) assert.equal(codeOf(await waive(empty)), 'reason-empty', empty)
  given(await waive('Here it is a path.'))
  for (const { id: segment, version: base } of (await stateOf(workspace, document)).segments.values()) {
    const command = { type: 'revise', segment, base } as const
    given(await changeSegment(workspace, reviser, { document, command }))
  }
  const figures = (await stateOf(workspace, document)).sequence
  given(await signOff(workspace, approver, { document, sequence: figures, password }))
  given(await publish(workspace, approver, { document }))
  const paths = await doors.site.list()
  const pages = await Promise.all(
    paths.map(async (path) => new TextDecoder().decode((await doors.site.read(path)) ?? undefined)),
  )
  const [release = assert.fail()] = await allReleases(workspace)
  assert.deepEqual(faultsOf(certificateOf(release, office.world.digest), release, office.world), [])
  return { site: pages.join('\n'), release }
}

test('a published document has the public notes of approved terms, and neither internal notes nor proposed terms', async () => {
  const doors = createMemoryDoors()
  const { site, release } = await releaseIn(await openOffice(doors), doors)
  assert.ok(site.includes('Any road above 500 meters.') && site.includes('Style sheet') && site.includes('Road Office'))
  assert.ok(!site.includes(secret))
  assert.deepEqual(
    release.terms.map(({ source, status }) => [source, status]),
    [['山村道路', 'approved']],
  )
  assert.ok(site.includes('Ren Jia'))
})

test('an office publishes proposed terms and roles where it decides to: no name stands in pages, certificate or downloads', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const publishing = { names: 'roles', proposedTerms: true } as const
  given(await changeSettingsAndPages(office.workspace, office.admin, { publishing }))
  const people = (await office.workspace.people.read()).state.people.map(({ name }) => name)
  const { site, release } = await releaseIn(office, doors)
  for (const name of [...names, ...people]) assert.ok(!site.includes(`>${name}<`) && !site.includes(`"${name}"`), name)
  assert.ok(!site.includes(secret))
  assert.equal(release.signOff.name, '签发人 approver')
  assert.deepEqual([...new Set(release.rows.map(({ translated }) => translated.name))], ['译者 translator'])
  assert.deepEqual(
    release.waivers.map(({ name }) => name),
    ['审校 reviser'],
  )
  assert.deepEqual(
    release.terms.map(({ status }) => status),
    ['approved', 'proposed'],
  )
})
