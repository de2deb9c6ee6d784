import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { docxFormat } from '../formats/docx/docx.ts'
import { wordFile } from '../formats/docx/fixtures/build.ts'
import { filesOf, textParts, textsOf } from '../formats/docx/fixtures/independent.ts'
import { documentKinds } from '../formats/docx/fixtures/kinds.ts'
import { isRefusal } from '../model/refusal.ts'
import { duizhao } from './testing/run.ts'

const corpora = '../shared/corpora/docx'
const office = '/usr/bin/soffice'
const folder = mkdtempSync(join(tmpdir(), 'duizhao-corpora-'))
after(() => rmSync(folder, { recursive: true }))

const character = /&[^;]+;|[\s\S]/gu
/** The content of a source backwards, its codes in their places. */
const backwards = (content: string) =>
  content.replace(
    /(<[^>]+>)|([^<]+)/g,
    (_, tag?: string, text = '') => tag ?? (text.match(character) ?? []).reverse().join(''),
  )

/** The XLIFF with a made-up target for each segment: `[`, its source backwards, `]`. */
const madeUp = (xliff: string) =>
  xliff.replace(
    /(<segment [^>]*>\s*<source>([\s\S]*?)<\/source>)/g,
    (_, segment: string, content: string) => `${segment}<target>[${backwards(content)}]</target>`,
  )

const decoded = (text: string) =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replace(/&amp;/g, '&')
    .replace(/[\s\u2011]/g, '')

/** What must stand in each paragraph: the targets of its unit one after the other. */
const expected = (xliff: string) =>
  (xliff.match(/<unit [\s\S]*?<\/unit>/g) ?? []).map((unit) => {
    const ignorable = /<ignorable>\s*<source>([\s\S]*?)<\/source>/
    const parts = unit.matchAll(new RegExp(`${ignorable.source}|<target>([\\s\\S]*?)<\\/target>`, 'g'))
    return decoded([...parts].map(([, blank, target]) => blank ?? target ?? '').join(''))
  })

test('every file of the corpora goes out to XLIFF and comes back in its own shape', {
  skip: existsSync(corpora) ? false : 'the corpora are not here',
}, async (t) => {
  const files = globSync(`${corpora}/**/*.docx`)
  const refused: string[] = []
  for (const [at, file] of files.entries()) {
    const xliff = join(folder, `${at}.xlf`)
    const out = join(folder, `${at}.docx`)
    const extracted = await duizhao(['extract', file, '--out', xliff], {})
    if (extracted.code !== 0) {
      refused.push(`${file}: ${extracted.err}`)
      continue
    }
    const back = madeUp(readFileSync(xliff, 'utf8'))
    writeFileSync(xliff, back)
    assert.equal((await duizhao(['xliff', 'check', xliff], {})).code, 0, `${file}: valid XLIFF`)
    const merged = await duizhao(['merge', file, xliff, '--out', out], {})
    assert.deepEqual([merged.code, merged.out], [0, ''], file)
    const before = await filesOf(new Uint8Array(readFileSync(file)))
    const texts: string[] = []
    for (const [part, content] of await filesOf(new Uint8Array(readFileSync(out)))) {
      if (textParts.test(part)) texts.push(...textsOf(content))
      else assert.ok(Buffer.from(before.get(part) ?? []).equals(content), `${file}: ${part}`)
    }
    assert.deepEqual(texts.sort(), expected(back).sort(), file)
  }
  t.diagnostic(`${files.length} files, refused: ${refused.length}`)
  for (const line of refused) t.diagnostic(line)
  assert.ok(refused.length <= files.length * 0.02)
})

test('ten documents after real kinds are written with English in its own look, as drafts', async () => {
  for (const [at, parts] of Object.values(documentKinds).entries()) {
    const bytes = await wordFile(parts)
    const read = await docxFormat.read(bytes, { filename: 'a.docx' })
    assert.ok(!isRefusal(read))
    const targets = read.blocks.map(({ text }) => ['English ', ...text, ' English'])
    const written = await docxFormat.rewrite(bytes, targets, { look: 'english', draftNotice: 'DRAFT, NOT SIGNED' })
    assert.ok(!isRefusal(written))
    writeFileSync(join(folder, `kind-${at}-before.docx`), bytes)
    writeFileSync(join(folder, `kind-${at}.docx`), written)
  }
})

test('LibreOffice opens every one of them', {
  skip: existsSync(office) ? false : 'LibreOffice is not here',
}, async (t) => {
  const written = readdirSync(folder).filter((name) => name.endsWith('.docx'))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const pdf = join(folder, 'pdf')
  await promisify(execFile)(office, ['--headless', profile, '--convert-to', 'pdf', '--outdir', pdf, ...written], {
    cwd: folder,
  })
  const converted = readdirSync(pdf)
  t.diagnostic(`${converted.length} of ${written.length} became PDF`)
  assert.equal(converted.length, written.length)
})
