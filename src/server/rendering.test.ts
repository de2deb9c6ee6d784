import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formats } from '../formats/registry.ts'
import type { Release } from '../model/release.ts'
import { siteAssets } from '../publishing/fixtures/assets.ts'
import { given } from '../publishing/fixtures/office.ts'
import { correctedRelease, sampleRelease, sampleSettings } from '../publishing/fixtures/release.ts'
import { createRenderPart, type RenderJob } from '../workspace/releases/render-part.ts'
import { digest } from './digest.ts'
import { createFileThreads, fileThreadLimits } from './file-threads.ts'
import { createRenderApart } from './rendering.ts'
import { fingerprintOf } from './signing-key.ts'

const here = createRenderPart({ formats, digest, fingerprintOf })
const job = (...releases: [Release, ...Release[]]): RenderJob => ({
  releases,
  latest: false,
  withdrawals: [],
  settings: sampleSettings,
  assets: siteAssets,
})
const [first, second] = [sampleRelease(given), correctedRelease(given)]
const long = (count: number): Release => {
  const [template] = first.rows
  if (template === undefined) throw new Error('the sample is empty')
  return { ...first, rows: Array.from({ length: count }, (_, at) => ({ ...template, id: `b1.s${at + 1}` })) }
}

test('a part of the site is the same, whichever thread renders it', async (t) => {
  const threads = createFileThreads()
  t.after(() => threads.close())
  const apart = createRenderApart(threads)
  for (const one of [job(first), job(first, second), { ...job(first, second), latest: true }, job(long(3000))]) {
    assert.deepEqual(await apart(one), await here(one))
  }
})

test('beyond its limits a part is refused', async (t) => {
  const threads = createFileThreads({ ...fileThreadLimits, seconds: 0.2 })
  t.after(() => threads.close())
  const refused = await createRenderApart(threads)(job(long(3000)))
  assert.ok('code' in refused && refused.code === 'export-too-slow')
})
