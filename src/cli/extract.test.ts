import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { field, paragraph, run, wordFile } from '../formats/docx/fixtures/build.ts'
import { filesOf, textsOf } from '../formats/docx/fixtures/independent.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-extract-'))
after(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)

const body = [
  paragraph(run('云汀市水网建设方案', '<w:b/>')),
  paragraph(
    run('到2029年底，建成') + run('骨干水网', '<w:b/>') + run('。详见') + field('REF _Ref1', '附件1') + run('。'),
  ),
  paragraph(run('供水能力提高。')),
].join('')
const file = path('plan.docx')
writeFileSync(file, await wordFile({ body, footer: paragraph(run('第') + field('PAGE', '1') + run('页')) }))
const xliff = path('plan.xlf')
const bytes = (name: string) => new Uint8Array(readFileSync(name))

/** The XLIFF with English for its segments, by the id of each. */
const translated = (english: Readonly<Record<string, string>>) =>
  readFileSync(xliff, 'utf8').replace(
    /(<segment id="([^"]+)"[^>]*>\s*<source>[\s\S]*?<\/source>)/g,
    (whole, segment: string, id: string) =>
      english[id] === undefined ? whole : `${segment}<target>${english[id]}</target>`,
  )

const bold = '<pc id="b2.s1.c.c1" type="fmt" subType="xlf:b">a backbone network</pc>'
const english = {
  'b1.s1': 'Water Network Plan of Yunting',
  'b2.s1': `By the end of 2029 ${bold} will stand.`,
  'b2.s2': 'See <ph id="b2.s2.c.c2"/>.',
  'b3.s1': 'Supply will grow.',
  'b4.s1': 'Page <ph id="b4.s1.c.c1"/>',
}

const merge = async (content: string, ...options: string[]) => {
  writeFileSync(path('back.xlf'), content)
  return duizhao(['merge', file, path('back.xlf'), '--out', path('out.docx'), ...options], {})
}
const textsOfOut = async (part: string) =>
  textsOf((await filesOf(bytes(path('out.docx')))).get(part) ?? new Uint8Array())

test('extract writes the text of a Word file as XLIFF 2.1, and merge without English gives the same file', async () => {
  const { code, err } = await duizhao(['extract', file, '--out', xliff], {})
  assert.deepEqual([code, err], [0, '4 units, 5 segments.\n'])
  const written = readFileSync(xliff, 'utf8')
  assert.match(written, /<xliff version="2\.1" srcLang="zh-CN" trgLang="en"/)
  assert.match(written, /<pc id="b2\.s1\.c\.c1" type="fmt" subType="xlf:b" [^>]*>骨干水网<\/pc>/)
  const back = await merge(written)
  assert.deepEqual([back.code, back.out], [0, ''])
  assert.match(back.err, /5 sentences without English stay in Chinese/)
  assert.deepEqual(bytes(path('out.docx')), bytes(file))
})

test('another tool may join or part segments and drop their ids: the codes keep theirs', async () => {
  const joined = translated(english).replace(/<unit id="b2">[\s\S]*?<\/unit>/, (unit) => {
    const texts = (side: string) =>
      [...unit.matchAll(new RegExp(`<${side}>([\\s\\S]*?)</${side}>`, 'g'))].map((one) => one[1])
    const [data = ''] = /<originalData>[\s\S]*?<\/originalData>/.exec(unit) ?? []
    const target = texts('target').join(' ')
    return `<unit id="b2">${data}<segment><source>${texts('source').join('')}</source><target>${target}</target></segment></unit>`
  })
  const { code, out } = await merge(joined)
  assert.deepEqual([code, out], [0, ''])
  const [, second] = await textsOfOut('word/document.xml')
  assert.equal(second, 'Bytheendof2029abackbonenetworkwillstand.See.')
})

test('merge puts the English into its place, with its codes', async () => {
  const { code, out } = await merge(translated(english))
  assert.deepEqual([code, out], [0, ''])
  assert.deepEqual(await textsOfOut('word/document.xml'), [
    'WaterNetworkPlanofYunting',
    'Bytheendof2029abackbonenetworkwillstand.See.',
    'Supplywillgrow.',
  ])
  const files = await filesOf(bytes(path('out.docx')))
  const document = new TextDecoder().decode(files.get('word/document.xml'))
  assert.match(document, /<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">a backbone network<\/w:t><\/w:r>/)
  assert.match(document, /will stand\. See <\/w:t><\/w:r><w:r><w:fldChar w:fldCharType="begin"\/>/)
})

test('what is missing, altered, doubled or unknown is reported, and so are codes; those sentences stay in Chinese', async () => {
  const full = translated({ ...english, 'b2.s2': 'See it.', 'b2.s1': 'By 2029 <ph id="b2.s1.c.c1"/>.' })
  const unit = (id: string) => new RegExp(`<unit id="${id}">[\\s\\S]*?</unit>`).exec(full)?.[0] ?? ''
  const damaged = full
    .replace(unit('b1'), '')
    .replace(unit('b3'), unit('b3') + unit('b3').replace(/b3\.s1/g, 'b3.s9'))
    .replace(unit('b4'), unit('b4').replace('第', '前') + unit('b4').replace('<unit id="b4">', '<unit id="b9">'))
  const { code, out } = await merge(damaged, '--json')
  assert.equal(code, 1)
  const { open, problems } = JSON.parse(out)
  assert.deepEqual(open, 3)
  assert.deepEqual(
    problems.map((problem: { type: string; unit?: string; segment?: string; faults?: { type: string }[] }) => [
      problem.type,
      problem.unit ?? problem.segment,
      ...(problem.faults ?? []).map(({ type }) => type),
    ]),
    [
      ['missing', 'b1'],
      ['doubled', 'b3'],
      ['altered', 'b4'],
      ['unknown', 'b9'],
      ['codes', 'b2.s1', 'foreign', 'lost', 'lost'],
      ['codes', 'b2.s2', 'lost'],
    ],
  )
  assert.deepEqual(bytes(path('out.docx')), bytes(file), 'nothing fits, nothing is guessed')
  const words = await merge(damaged)
  assert.match(words.out, /^b1: is missing from the XLIFF; it stays in Chinese\.$/m)
  assert.match(words.out, /^b2\.s2: code c2 \(field REF _Ref1\) is missing\. The sentence stays in Chinese\.$/m)
})

test('an XLIFF of another document and a file that is none are refused', async () => {
  const other = await merge(translated(english).replaceAll('<unit id="b', '<unit id="x'))
  assert.equal(other.code, 3)
  assert.match(other.err, /no unit that could be one of this document/)
  assert.equal((await merge('no XLIFF')).code, 3)
})

test('Markdown goes out and comes back with its marks', async () => {
  writeFileSync(path('a.md'), '# 标题\n\n- 正文。\n')
  assert.equal((await duizhao(['extract', path('a.md'), '--out', path('md.xlf')], {})).code, 0)
  const back = readFileSync(path('md.xlf'), 'utf8').replace('<source>正文。</source>', '$&<target># Text</target>')
  writeFileSync(path('md.xlf'), back)
  assert.equal((await duizhao(['merge', path('a.md'), path('md.xlf'), '--out', path('b.md')], {})).code, 0)
  assert.equal(readFileSync(path('b.md'), 'utf8'), '# 标题\n\n- \\# Text\n')
})

test('a text file goes out and comes back line by line', async () => {
  const text = '标题\r\n\r\n今天开工。明天完工。\r\n最后一行'
  writeFileSync(path('a.txt'), text)
  assert.equal((await duizhao(['extract', path('a.txt'), '--out', path('a.xlf')], {})).code, 0)
  const back = readFileSync(path('a.xlf'), 'utf8').replace(
    '<source>今天开工。</source>',
    '$&<target>Work began.</target>',
  )
  writeFileSync(path('a.xlf'), back.replace('<source>最后一行</source>', '$&<target>Last line</target>'))
  const { code } = await duizhao(['merge', path('a.txt'), path('a.xlf'), '--out', path('b.txt')], {})
  assert.equal(code, 0)
  assert.equal(readFileSync(path('b.txt'), 'utf8'), '标题\r\n\r\nWork began.明天完工。\r\nLast line')
})

test('English looks as English does where that is asked for', async () => {
  writeFileSync(path('back.xlf'), translated(english))
  const { code } = await duizhao(['merge', file, path('back.xlf'), '--out', path('out.docx'), '--look', 'english'], {})
  const files = await filesOf(bytes(path('out.docx')))
  assert.deepEqual([code, /w:val="en-US"/.test(new TextDecoder().decode(files.get('word/document.xml')))], [0, true])
})

test('a text that is not Chinese is extracted, and that is said', async () => {
  const english = path('english.docx')
  writeFileSync(english, await wordFile({ body: paragraph(run('An English text.')) }))
  const { code, err } = await duizhao(['extract', english, '--out', path('english.xlf')], {})
  assert.equal(code, 0)
  assert.match(err, /The text is not Chinese/)
})

test('a page of the web goes to XLIFF and back into its own shape', async () => {
  const page = '<html lang="zh"><body><h1>水网</h1><p>建成<b>骨干水网</b>。</p><!-- 页 --></body></html>'
  writeFileSync(path('page.htm'), page)
  const { code, err } = await duizhao(['extract', path('page.htm'), '--out', path('page.xlf')], {})
  assert.deepEqual([code, err], [0, '2 units, 2 segments.\n'])
  const content = readFileSync(path('page.xlf'), 'utf8').replaceAll(
    /<source>([\s\S]*?)<\/source>/g,
    (source, text: string) => `${source}<target>${text.replaceAll(/[\u4e00-\u9fff]+/g, 'Water')}</target>`,
  )
  writeFileSync(path('page-en.xlf'), content)
  await duizhao(['merge', path('page.htm'), path('page-en.xlf'), '--out', path('page-en.htm')], {})
  assert.equal(
    readFileSync(path('page-en.htm'), 'utf8'),
    '<html lang="en"><body><h1>Water</h1><p>Water<b>Water</b>。</p><!-- 页 --></body></html>',
  )
})

test('an XLIFF of another tool goes to ours with its English, and back into its own shape', async () => {
  const studio = join(import.meta.dirname, '../formats/xliff/incoming/fixtures/studio.sdlxliff')
  const [ours, out] = [path('studio.xlf'), path('studio.sdlxliff')]
  const { code } = await duizhao(['extract', studio, '--out', ours], {})
  assert.equal(code, 0)
  const content = readFileSync(ours, 'utf8')
  assert.match(
    content,
    /<segment id="b1\.s1" state="initial">\s*<source>水网建成。<\/source>\s*<target>The network is complete/,
  )
  const same = await duizhao(['merge', studio, ours, '--out', out], {})
  assert.deepEqual([same.code, bytes(out)], [0, bytes(studio)])

  const done = /<segment id="b1\.s2" state="initial">(\s*<source>群众受益。<\/source>)/
  writeFileSync(ours, content.replace(done, '<segment id="b1.s2" state="translated">$1<target>People gain.</target>'))
  assert.equal((await duizhao(['merge', studio, ours, '--out', out], {})).code, 0)
  const expected = readFileSync(studio, 'utf8')
    .replace('<mrk mtype="seg" mid="2"/>', '<mrk mtype="seg" mid="2">People gain.</mrk>')
    .replace('<sdl:seg id="2"/>', '<sdl:seg id="2" conf="Translated"/>')
  assert.equal(readFileSync(out, 'utf8'), expected)
})

test('the columns of a table are chosen on the command line, and English goes into its own', async () => {
  writeFileSync(path('list.csv'), '说明,今天开工。,\n甲,明天完工。,\n')
  const columns = ['--columns', 'zh=B,en=C']
  const { code, err } = await duizhao(['extract', path('list.csv'), ...columns, '--out', path('list.xlf')], {})
  assert.deepEqual([code, err.split('\n').at(-2)], [0, '2 units, 2 segments.'])
  const content = readFileSync(path('list.xlf'), 'utf8').replaceAll(
    /<source>(.*?)<\/source>/g,
    '$&<target>Work, then.</target>',
  )
  writeFileSync(path('list-en.xlf'), content)
  await duizhao(['merge', path('list.csv'), path('list-en.xlf'), ...columns, '--out', path('list-en.csv')], {})
  assert.equal(
    readFileSync(path('list-en.csv'), 'utf8'),
    '说明,今天开工。,"Work, then."\n甲,明天完工。,"Work, then."\n',
  )
  const wrong = await duizhao(['extract', path('list.csv'), '--columns', 'zh=A,en=A'], {})
  assert.equal(wrong.code, 2)
})

test('English of a sheet goes to XLIFF with its row, and the row comes back as it was but where it was changed', async () => {
  const csv = '中文,英文\r\n今天开工。明天完工。,"Work starts today. It ends tomorrow."\r\n茶园,Tea garden \r\n'
  writeFileSync(path('both.csv'), csv)
  const [ours, out] = [path('both.xlf'), path('both-en.csv')]
  const { code, err } = await duizhao(['extract', path('both.csv'), '--out', ours], {})
  assert.equal(code, 0, err)
  assert.match(err, /Sentences that came with English: 2\./)
  assert.match(err, /Rows with English whose Chinese has several sentences: 1\./)
  const content = readFileSync(ours, 'utf8')
  assert.match(
    content,
    /<source>今天开工。明天完工。<\/source>\s*<target>Work starts today\. It ends tomorrow\.<\/target>/,
  )
  await duizhao(['merge', path('both.csv'), ours, '--out', out], {})
  assert.equal(readFileSync(out, 'utf8'), csv)
  writeFileSync(ours, content.replace('>Work starts today. It ends', '>Work begins, and ends'))
  await duizhao(['merge', path('both.csv'), ours, '--out', out], {})
  assert.equal(readFileSync(out, 'utf8'), csv.replace('Work starts today. It ends', 'Work begins, and ends'))
})
