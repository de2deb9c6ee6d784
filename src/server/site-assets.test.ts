import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { highlights } from '../publishing/assets/highlights.ts'
import { bundleSiteAssets } from './site-assets.ts'

test('style and script are bundled whole: one text each, the same every time, with no path of this machine', async () => {
  const assets = await bundleSiteAssets()
  assert.deepEqual(await bundleSiteAssets(), assets)
  for (const text of Object.values(assets)) {
    assert.doesNotMatch(text, /@import|^import |sourceMappingURL/m)
    assert.ok(!text.includes(process.cwd()))
  }
  assert.match(assets.style, /@media print/)
  assert.match(assets.style, /"◆ "/)
})

test('what every reader loads is small: 4.3 KB of style and 1.22 KB of script, under brotli', async () => {
  const { style, script } = await bundleSiteAssets()
  const packed = (text: string) => brotliCompressSync(text).length
  assert.ok(packed(style + highlights(8)) < 4300, `${packed(style + highlights(8))}`)
  assert.ok(packed(script) < 1220, `${packed(script)}`)
})
