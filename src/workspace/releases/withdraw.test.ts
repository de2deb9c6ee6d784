import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutNotice } from '../../publishing/pages/withdrawn.ts'
import { verifySite } from '../../publishing/verify/verify-site.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { createMemorySite } from '../../stores/in-memory/site.ts'
import { openWorkspace } from '../core/open.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, type Office, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { changeSettingsAndPages } from './change-settings.ts'
import { publish } from './publish.ts'
import { listReleases } from './releases.ts'
import { updateSite } from './site.ts'
import { withdrawRelease } from './withdraw.ts'

const reason = { zh: '桥梁数量有误', en: 'The number of bridges was wrong.' }

/** A document of one sentence, signed and published. */
async function publishOne({ workspace, translator, reviser, approver }: Office): Promise<string> {
  const { id: document } = given(await importDocument(workspace, translator, textFile('山村道路修好了。\n')))
  const [segment] = [...(await stateOf(workspace, document)).segments.values()]
  const on = { segment: segment?.id ?? '' }
  const target = ['The village road is mended.']
  given(
    await changeSegment(workspace, translator, { document, command: { type: 'translate', ...on, base: 0, target } }),
  )
  const base = (await stateOf(workspace, document)).segments.get(on.segment)?.version ?? 0
  given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', ...on, base } }))
  await signAgain({ workspace, approver }, document)
  given(await publish(workspace, approver, { document }))
  return document
}

async function signAgain({ workspace, approver }: Pick<Office, 'workspace' | 'approver'>, document: string) {
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence, password }))
}

async function contents(site: Office['world']['site']): Promise<Map<string, Uint8Array>> {
  const paths = await site.list()
  return new Map(
    await Promise.all(paths.map(async (path) => [path, (await site.read(path)) ?? assert.fail()] as const)),
  )
}

function verdictOn(files: ReadonlyMap<string, Uint8Array>, { world }: Office) {
  return verifySite((path) => files.get(path) ?? null, { ...world, paths: [...files.keys()] })
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path))

test('a withdrawn release says so on its pages, its site is whole, and its text is published anew by a new signature', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const { workspace, admin, approver, reviser } = office
  const document = await publishOne(office)
  const before = await contents(doors.site)
  const ask = { document, number: 1, reason, password }
  assert.equal(codeOf(await withdrawRelease(workspace, admin, ask)), 'role-missing')
  assert.equal(codeOf(await withdrawRelease(workspace, reviser, ask)), 'role-missing')
  assert.equal(
    codeOf(await withdrawRelease(workspace, approver, { ...ask, password: 'an open screen' })),
    'wrong-password',
  )
  assert.equal(codeOf(await withdrawRelease(workspace, approver, { ...ask, number: Number.NaN })), 'release-unknown')
  assert.deepEqual(await contents(doors.site), before)

  const withdrawn = given(await withdrawRelease(workspace, approver, ask)).withdrawn
  assert.deepEqual([withdrawn?.by, withdrawn?.reason], ['An Ping', reason])
  const after = await contents(doors.site)
  const page = `d/${document}/v1/en/index.html`
  assert.match(textOf(after, page), /<div class="notice superseded withdrawn">.*The number of bridges was wrong\./)
  assert.equal(withoutNotice(textOf(after, page)), textOf(before, page))
  assert.match(textOf(after, `d/${document}/index.html`), /桥梁数量有误/)
  const { problems, withdrawn: told } = verdictOn(after, office)
  assert.deepEqual([problems, told.map(({ document: id, number }) => [id, number])], [[], [[document, 1]]])

  const sheet = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual([sheet.status, sheet.refusal], ['stale', null])
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'not-signed')
  assert.equal(codeOf(await withdrawRelease(workspace, approver, ask)), 'already-withdrawn')
  await signAgain(office, document)
  assert.equal(given(await publish(workspace, approver, { document })).number, 2)
  const { releases } = given(await listReleases(workspace, reviser))
  assert.deepEqual(
    releases.map(({ number, withdrawn: of }) => [number, of?.by ?? null]),
    [
      [2, null],
      [1, 'An Ping'],
    ],
  )
  const later = await contents(doors.site)
  assert.deepEqual(verdictOn(later, office).problems, [])
  assert.doesNotMatch(textOf(later, `d/${document}/en/index.html`), /notice superseded withdrawn/)
  assert.match(textOf(later, `d/${document}/v2/en/index.html`), /Withdrawn on/)
})

test('however far the pages of a withdrawal came, the next start completes them, and later ones change nothing', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const document = await publishOne(office)
  const before = await contents(doors.site)
  given(await withdrawRelease(office.workspace, office.approver, { document, number: 1, reason, password }))
  const whole = await contents(doors.site)
  for (let writes = 0; ; writes++) {
    const site = createMemorySite()
    for (const [path, bytes] of before) await site.write(path, bytes)
    let left = writes
    const write = (path: string, bytes: Uint8Array) =>
      left-- > 0 ? site.write(path, bytes) : Promise.reject(new Error('the disk is full'))
    const cut = updateSite(openWorkspace({ ...office.world, site: { ...site, write } }), 'settings')
    const isDone = await cut.then(
      () => true,
      () => false,
    )
    await updateSite(openWorkspace({ ...office.world, site }), 'settings')
    assert.deepEqual(await contents(site), whole, `after ${writes} files`)
    if (isDone) break
  }
  const renamed = openWorkspace(office.world)
  given(await changeSettingsAndPages(renamed, office.admin, { office: { zh: '新办公室', en: 'New office' } }))
  const later = await contents(doors.site)
  for (const [path, bytes] of whole) if (path.includes('/v1/')) assert.deepEqual(later.get(path), bytes, path)
  assert.deepEqual(verdictOn(later, office).problems, [])
})

test('an office that publishes roles for names withdraws by role', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  given(
    await changeSettingsAndPages(office.workspace, office.admin, {
      publishing: { names: 'roles', proposedTerms: false },
    }),
  )
  const document = await publishOne(office)
  given(await withdrawRelease(office.workspace, office.approver, { document, number: 1, reason, password }))
  const files = await contents(doors.site)
  assert.ok(![...files.keys()].some((path) => textOf(files, path).includes('An Ping')))
  assert.match(textOf(files, `d/${document}/v1/en/index.html`), /签发人 approver/)
})
