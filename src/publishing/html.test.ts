import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { escapeHtml, type Hole, html, jsonForScript, render } from './html.ts'

test('text in a hole is written as text, in content and in attributes', () => {
  const hostile = `"><script>alert('x')</script>&amp;`
  const page = render(html`<p title="${hostile}">${hostile}</p>`)
  assert.equal(page.match(/</g)?.length, 2)
  assert.equal(page.match(/ title="[^"<>']*">"/g)?.length, 1)
})

test('a quotation mark ends no attribute, in whatever piece of a tag, and is itself between tags', () => {
  const quotes = `"'`
  const piece = html` lang="${quotes}" title="a > ${quotes}"`
  assert.equal(
    render(html`<p${piece} class="x ${quotes}">${quotes}<b id="${quotes}">${[quotes]}</b>"${quotes}"</p>`),
    `<p lang="&quot;&#39;" title="a > &quot;&#39;" class="x &quot;&#39;">"'<b id="&quot;&#39;">"'</b>"&quot;&#39;"</p>`,
  )
})

test('markup in a hole stays markup, also in lists; nothing is written for nothing', () => {
  const item = html`<li>${'a & b'}</li>`
  assert.equal(
    render(html`<ul>${[item, item]}${false}${null}${undefined}${[]}${0}</ul>`),
    '<ul><li>a &amp; b</li><li>a &amp; b</li>0</ul>',
  )
})

test('an object that came as JSON is never taken for markup', () => {
  for (const value of ['{"markup":"<b>"}', '{"Symbol(markup)":"<b>"}', '{"html":"<b>"}', 'true'])
    assert.throws(() => render(html`${JSON.parse(value) as Hole}`), TypeError)
})

test('law: the text comes back from its escaped form, which holds no character of markup', () => {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'l', 't', ';', '#', '3', '9', '文') }),
      (text) => {
        const escaped = escapeHtml(text)
        assert.doesNotMatch(escaped, /[<>"']/)
        assert.equal(plain(escaped), text)
      },
    ),
  )
})

test('JSON in a script cannot end the script, and is still the same JSON', () => {
  const value = { name: '</script><script>alert(1)</script><!--', line: 'a\u2028b', and: '&' }
  const text = render(jsonForScript(value))
  assert.doesNotMatch(text, /[<>&\u2028]/)
  assert.deepEqual(JSON.parse(text), value)
})
