import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { catalogueConformance } from '../conformance.ts'
import { failingDisk, type Operation } from '../disk/failing-disk.ts'
import { openLowdbCatalogue } from './catalogue.ts'

const base = mkdtempSync(join(tmpdir(), 'duizhao-catalogue-'))
after(() => rmSync(base, { recursive: true, force: true }))
const newFile = () => join(mkdtempSync(join(base, 'w-')), 'settings.json')

catalogueConformance('lowdb catalogue', () => openLowdbCatalogue(newFile()))

test('values are found again, in a file for its owner alone, with nothing left beside it', async () => {
  const file = newFile()
  const catalogue = await openLowdbCatalogue(file)
  await catalogue.set('office', { zh: '新闻办公室' })
  await catalogue.set('__proto__', 'a name like any other')
  const again = await openLowdbCatalogue(file)
  assert.deepEqual(await again.get('office'), { zh: '新闻办公室' })
  assert.equal(await again.get('__proto__'), 'a name like any other')
  assert.deepEqual(readdirSync(join(file, '..')), ['settings.json'])
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('a file that is no catalogue is thrown and never written over', async () => {
  for (const text of ['', '{"a":1', '[]', 'null', '1']) {
    const file = newFile()
    writeFileSync(file, text)
    await assert.rejects(openLowdbCatalogue(file))
    assert.equal(readFileSync(file, 'utf8'), text)
  }
})

const steps: readonly Operation[] = ['makeFolder', 'remove', 'open', 'write', 'flush-all', 'rename']
for (const step of steps) {
  test(`when it fails at ${step}, the value stays what it was, in memory and in the file`, async () => {
    const file = newFile()
    let on = false
    const disk = failingDisk((operation) => (on && operation === step ? { code: 'EIO', after: 5 } : null))
    const catalogue = await openLowdbCatalogue(file, disk)
    await catalogue.set('a', 1)
    const before = readFileSync(file, 'utf8')

    on = true
    await assert.rejects(catalogue.set('a', 2), { code: 'EIO' })
    assert.equal(await catalogue.get('a'), 1)
    assert.equal(readFileSync(file, 'utf8'), before)

    on = false
    await catalogue.set('b', 3)
    const again = await openLowdbCatalogue(file)
    assert.deepEqual([await again.get('a'), await again.get('b')], [1, 3])
  })
}

test('a folder that cannot be flushed is not acknowledged', async () => {
  const file = newFile()
  const catalogue = await openLowdbCatalogue(
    file,
    failingDisk((operation) => (operation === 'flushFolder' ? { code: 'EIO' } : null)),
  )
  await assert.rejects(catalogue.set('a', 1), { code: 'EIO' })
  assert.equal(await catalogue.get('a'), undefined)
})

test('a temp file left by a crash is in nobody’s way', async () => {
  const file = newFile()
  const aside = join(dirname(file), '.settings.json.new')
  writeFileSync(aside, '{"half')
  const catalogue = await openLowdbCatalogue(file)
  await catalogue.set('a', 1)
  assert.equal(await (await openLowdbCatalogue(file)).get('a'), 1)
  assert.ok(!existsSync(aside))
})
