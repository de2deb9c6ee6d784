import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { hostile, hostileRelease, hostileSettings } from './fixtures/hostile.ts'
import { correctedRelease, sampleRelease, sampleSettings, signed } from './fixtures/release.ts'
import { given, page, pages, site } from './fixtures/site.ts'

test('script in any field is inert on every page', () => {
  for (const address of ['', 'https://qingyu.example/']) {
    const files = site([hostileRelease(given)], { settings: { ...hostileSettings, address } })
    for (const [path, content] of pages(files)) {
      assert.ok(content.includes('&lt;script&gt;alert(1)'), path)
      assert.doesNotMatch(content, /<img|="javascript:|<\/style>/, path)
      const scripts = content.match(/<script[^>]*>/g) ?? []
      for (const script of scripts)
        assert.match(script, /^<script (src="[./]*page-[0-9a-f]{16}\.js" defer|type="application\/ld\+json")>$/)
      for (const tag of content.match(/<[^>]*>/g) ?? [])
        assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\son\w+=/, path)
      assert.ok(!content.includes(hostile), path)
    }
  }
  assert.doesNotMatch(page(site([hostileRelease(given)], { settings: hostileSettings }), 'index.html'), /canonical/)
})

test('html-validate finds nothing on any page', async () => {
  // No integrity attributes: a browser that reads the site from a disk would refuse the style sheet for them.
  const validator = new HtmlValidate({
    rules: { 'require-sri': 'off' },
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  })
  const withAddress = { ...sampleSettings, address: 'https://qingyu.example/' }
  const { signOff: _signOff, ...unsigned } = sampleRelease(given)
  const plain = signed(given, {
    ...unsigned,
    blocks: unsigned.blocks.slice(2),
    rows: unsigned.rows.slice(2),
    terms: [],
    figures: [],
    waivers: [],
  })
  const sites = {
    sample: site([sampleRelease(given), correctedRelease(given)], { settings: withAddress }),
    hostile: site([hostileRelease(given)], { settings: hostileSettings }),
    plain: site([plain]),
    empty: site([]),
  }
  for (const [name, files] of Object.entries(sites)) {
    for (const [path, content] of pages(files)) {
      const report = await validator.validateString(content, path)
      const messages = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      )
      assert.deepEqual([...new Set(messages)].slice(0, 8), [], `${name}: ${path}`)
    }
  }
})
