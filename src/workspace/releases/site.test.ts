import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site } from '../../ports/site.ts'
import { certificatePath } from '../../publishing/addresses.ts'
import { readCertificate } from '../../publishing/seal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { createMemorySite } from '../../stores/in-memory/site.ts'
import { openWorkspace } from '../core/open.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { given, type Office, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { changeSettingsAndPages } from './change-settings.ts'
import { publish } from './publish.ts'
import { allReleases } from './releases.ts'
import { updateSite } from './site.ts'

/** A document, or a new wording of a known one, with a word of its own in it, ready to be published. */
async function sign(
  { workspace, translator, reviser, approver }: Office,
  word: string,
  known?: string,
): Promise<string> {
  const document = known ?? given(await importDocument(workspace, translator, textFile(`山村道路修好了${word}。\n`))).id
  const change = async (person: typeof translator, type: 'translate' | 'revise') => {
    for (const { id, version } of (await stateOf(workspace, document)).segments.values()) {
      const command = { type, segment: id, base: version }
      const target = [`The village road ${word} is mended.`]
      given(
        await changeSegment(workspace, person, {
          document,
          command: type === 'translate' ? { ...command, type, target } : { ...command, type },
        }),
      )
    }
  }
  await change(translator, 'translate')
  await change(reviser, 'revise')
  given(
    await signOff(workspace, approver, { document, sequence: (await stateOf(workspace, document)).sequence, password }),
  )
  return document
}

const textOf = async (site: Site, path: string) => new TextDecoder().decode((await site.read(path)) ?? undefined)

async function contents(site: Site): Promise<ReadonlyMap<string, string>> {
  const paths = await site.list()
  return new Map(await Promise.all(paths.map(async (path) => [path, await textOf(site, path)] as const)))
}

/** A site that counts what is asked of it, and fails when `writes` are used up. */
function watched(site: Site, writes = Number.POSITIVE_INFINITY) {
  const log: { readonly act: 'read' | 'write'; readonly path: string }[] = []
  let left = writes
  const door: Site = {
    list: () => site.list(),
    async read(path) {
      log.push({ act: 'read', path })
      return site.read(path)
    },
    async write(path, bytes) {
      if (left-- <= 0) throw new Error('the disk is full')
      log.push({ act: 'write', path })
      await site.write(path, bytes)
    },
  }
  return { door, log, refill: () => (left = Number.POSITIVE_INFINITY) }
}

test('each certificate is read once, and only the pages of what is new are made', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const documents = []
  for (const word of ['open', 'wide', 'safe']) {
    const document = await sign(office, word)
    given(await publish(office.workspace, office.approver, { document }))
    documents.push(document)
  }
  const [first = '', second = ''] = documents
  const { door, log } = watched(doors.site)
  const workspace = openWorkspace({ ...office.world, site: door })
  const later = { ...office, workspace }
  await updateSite(workspace, 'settings')
  const certificates = () => log.filter(({ act, path }) => act === 'read' && path.endsWith('/certificate.json'))
  assert.deepEqual(
    certificates().map(({ path }) => path),
    documents.map((document) => certificatePath({ document, number: 1 })).sort(),
  )
  assert.deepEqual(log.filter(({ act }) => act === 'write').length, 0, 'a site that is as it should be is left alone')

  log.length = 0
  await sign(later, 'lit', first)
  given(await publish(workspace, office.approver, { document: first }))
  const written = log.filter(({ act }) => act === 'write').map(({ path }) => path)
  assert.deepEqual(certificates(), [{ act: 'read', path: certificatePath({ document: first, number: 2 }) }])
  assert.ok(
    written.every((path) => path.startsWith(`d/${first}/`) || /^(index\.html|site\.json)$/.test(path)),
    `${written}`,
  )
  assert.equal(written.at(-1), 'site.json')

  log.length = 0
  given(await changeSettingsAndPages(workspace, office.admin, { office: { zh: '新办公室', en: 'New office' } }))
  assert.deepEqual(certificates(), [])
  const pages = await contents(doors.site)
  for (const path of ['index.html', `d/${first}/index.html`, `d/${second}/en/index.html`])
    assert.ok(pages.get(path)?.includes('New office'), path)
  assert.ok(!pages.get(`d/${second}/v1/index.html`)?.includes('New office'))
})

test('however far the writing of a site came, the next start completes it, and no certificate comes too early', async () => {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const document = await sign(office, 'open')
  given(await publish(office.workspace, office.approver, { document }))
  const complete = createMemorySite()
  await updateSite(openWorkspace({ ...office.world, site: complete }), 'settings')
  const whole = await contents(complete)
  assert.deepEqual([...whole.keys()], await doors.site.list())
  for (let writes = 0; writes < whole.size; writes++) {
    const site = createMemorySite()
    const cut = openWorkspace({ ...office.world, site: watched(site, writes).door })
    await assert.rejects(updateSite(cut, 'settings'), /disk is full/)
    const left = await contents(site)
    assert.equal(left.size, writes)
    for (const [path, text] of left) {
      const certificate = path.endsWith('/certificate.json') ? readCertificate(text) : null
      for (const file of certificate?.files ?? []) assert.ok(left.has(file.path), `${path} before ${file.path}`)
    }
    await updateSite(openWorkspace({ ...office.world, site }), 'settings')
    assert.deepEqual(await contents(site), whole, `after ${writes} files`)
  }
})

test('a release is in the journal before its pages, and pages that failed are made with the next', async () => {
  const doors = createMemoryDoors()
  const site = watched(doors.site, 0)
  const office = await openOffice({ ...doors, site: site.door })
  const document = await sign(office, 'open')
  await assert.rejects(publish(office.workspace, office.approver, { document }), /disk is full/)
  assert.equal((await allReleases(office.workspace)).length, 1)
  site.refill()
  const other = await sign(office, 'wide')
  given(await publish(office.workspace, office.approver, { document: other }))
  const pages = await contents(doors.site)
  for (const id of [document, other])
    for (const path of [`d/${id}/index.html`, certificatePath({ document: id, number: 1 })])
      assert.ok(pages.has(path), path)
})
