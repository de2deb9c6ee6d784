import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
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

test('what every reader loads is small: 4.5 KB of style and 1.9 KB of script, under brotli', async () => {
  const { style, script } = await bundleSiteAssets()
  const packed = (text: string) => brotliCompressSync(text).length
  assert.ok(packed(style) < 4500, `${packed(style)}`)
  assert.ok(packed(script) < 1900, `${packed(script)}`)
})
