import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { siteConformance } from '../site-conformance.ts'
import { failingDisk, type Operation } from './failing-disk.ts'
import { openDiskSite } from './site.ts'

const base = mkdtempSync(join(tmpdir(), 'duizhao-site-'))
after(() => rmSync(base, { recursive: true, force: true }))
const newFolder = () => join(mkdtempSync(join(base, 's-')), 'site')
const bytesOf = (text: string) => new TextEncoder().encode(text)

siteConformance('site on a disk', async () => openDiskSite(newFolder()))

const steps: readonly Operation[] = ['makeFolder', 'remove', 'open', 'write', 'flush-all', 'rename']
for (const step of steps) {
  test(`when it fails at ${step}, the old file stands, and the next writing succeeds`, async () => {
    const folder = newFolder()
    let failing = false
    const disk = failingDisk((operation) => (failing && operation === step ? { code: 'EIO', after: 5 } : null))
    const site = openDiskSite(folder, disk)
    await site.write('d/x/index.html', bytesOf('the old page'))
    failing = true
    await assert.rejects(site.write('d/x/index.html', bytesOf('the new page')), { code: 'EIO' })
    failing = false
    assert.equal(readFileSync(join(folder, 'd/x/index.html'), 'utf8'), 'the old page')
    assert.deepEqual(await site.list(), ['d/x/index.html'])
    await site.write('d/x/index.html', bytesOf('the new page'))
    assert.equal(readFileSync(join(folder, 'd/x/index.html'), 'utf8'), 'the new page')
    assert.deepEqual(readdirSync(join(folder, 'd/x')), ['index.html'])
  })
}

test('what others have put there is left out of the list and left alone', async () => {
  const folder = newFolder()
  const site = openDiskSite(folder)
  await site.write('index.html', bytesOf('x'))
  mkdirSync(join(folder, '.well-known'))
  for (const path of ['.well-known/x', 'Read Me.txt', '.index.html.new']) writeFileSync(join(folder, path), 'others')
  assert.deepEqual(await site.list(), ['index.html'])
  assert.equal(readFileSync(join(folder, 'Read Me.txt'), 'utf8'), 'others')
})

test('pages may be read by the web server of another account', { skip: process.platform === 'win32' }, async () => {
  const folder = newFolder()
  await openDiskSite(folder).write('d/index.html', bytesOf('x'))
  assert.equal(statSync(join(folder, 'd')).mode & 0o777, 0o777 & ~process.umask())
  assert.equal(statSync(join(folder, 'd/index.html')).mode & 0o777, 0o666 & ~process.umask())
})
