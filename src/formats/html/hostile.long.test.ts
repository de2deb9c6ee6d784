import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal } from '../../model/refusal.ts'
import { htmlFormat } from './html.ts'

const encode = (text: string) => new TextEncoder().encode(text)

test('pages made to do harm are read or refused, and written back the same', async () => {
  const attacks: Record<string, () => string> = {
    deep: () => `<p>茶${'<b>'.repeat(20_000)}茶`,
    'deep blocks': () => `<nav></nav>${'<div>茶'.repeat(200)}`,
    'a long attribute': () => `<p>茶<a href="${'a'.repeat(2_000_000)}">茶</a>茶</p>`,
    'many attributes': () => `<p ${Array.from({ length: 40_000 }, (_, at) => `a${at}=1`).join(' ')}>茶</p>`,
    'too many elements': () => '<p>茶</p>'.repeat(fileLimits.pageElements + 1),
    'many elements': () => '<p>茶</p>'.repeat(20_000),
    'many breaks': () => `<p>${'茶<br>'.repeat(20_000)}</p>`,
    'many pairs': () => `<p>${'<b>茶</b>开'.repeat(5_000)}</p>`,
    'ends without beginnings': () => '</div></p></b>茶'.repeat(10_000),
    references: () => `<p>${'&#8203;&amp;&nbsp;'.repeat(20_000)}茶</p>`,
    'an open comment': () => `<p>茶</p><!--${'-'.repeat(1_000_000)}`,
    'an open tag': () => `<p>茶</p><a ${'b="'.repeat(300_000)}`,
    'many small menus': () => `<nav></nav>${'<ul><li><a href=x>茶</a></li></ul>'.repeat(1200)}`,
  }
  for (const [name, make] of Object.entries(attacks)) {
    const bytes = encode(make())
    const contents = await htmlFormat.read(bytes, { filename: 'a.html' })
    if (isRefusal(contents)) assert.match(contents.code, /^(?:page-too-complex|file-empty|text-too-large)$/, name)
    else {
      const same = contents.blocks.map(({ text }) => text)
      assert.equal(await htmlFormat.rewrite(bytes, same), bytes, name)
    }
  }
})
