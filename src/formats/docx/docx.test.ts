import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RawBlock } from '../../model/document.ts'
import { type Inline, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { docxFormat } from './docx.ts'
import { deletedRun, field, paragraph, run, table, tracked, type WordParts, wordFile } from './fixtures/build.ts'

async function read(parts: WordParts) {
  const imported = await docxFormat.read(await wordFile(parts), { filename: 'a.docx', language: 'any' })
  assert.ok(!isRefusal(imported), JSON.stringify(imported))
  return imported
}

const blocks = async (parts: WordParts) => (await read(parts)).blocks
const text = (list: readonly RawBlock[]) => list.map((block) => plain(block.text))

/** A text with its codes in angle brackets: `在<bold c1>县城</bold c1>修建`. */
const shown = (inline: Inline) =>
  inline
    .map((part) => {
      if (typeof part === 'string') return part
      return `<${part.type === 'close' ? '/' : ''}${part.kind} ${part.id}>`
    })
    .join('')

const first = async (body: string, parts: Partial<WordParts> = {}) => {
  const [block] = await blocks({ body, ...parts })
  return shown(block?.text ?? [])
}

test('fonts, hints, languages, spelling marks, bookmarks and page marks split no sentence', async () => {
  const latin = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
  const chinese = '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:lang w:eastAsia="zh-CN"/>'
  const body = paragraph(
    [
      run('到', chinese),
      '<w:bookmarkStart w:id="0" w:name="_a"/>',
      run('2029', latin),
      '<w:proofErr w:type="spellStart"/>',
      run('年底，', chinese),
      '<w:r><w:lastRenderedPageBreak/><w:t>建成</w:t></w:r>',
      '<w:proofErr w:type="spellEnd"/>',
      run('12', `${latin}<w:noProof/>`),
      '<w:bookmarkEnd w:id="0"/>',
      run('座水库。', `${chinese}<w:kern w:val="0"/><w:szCs w:val="32"/>`),
    ].join(''),
  )
  assert.equal(await first(body), '到2029年底，建成12座水库。')
})

/** A paragraph of so many runs, each in another font than the one before, whose formatting changes at some of them. */
function alternating(runs: number, boldAt: readonly (readonly [from: number, to: number])[]): string {
  const fonts = [
    '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:lang w:eastAsia="zh-CN"/>',
    '<w:rFonts w:ascii="Times New Roman"/><w:noProof/>',
  ]
  return paragraph(
    Array.from({ length: runs }, (_, at) => {
      const bold = boldAt.some(([from, to]) => at >= from && at < to) ? '<w:b/>' : ''
      const text = at % 2 === 0 ? '全县修渠' : String(at)
      return `<w:proofErr w:type="spellStart"/>${run(text, fonts[at % 2] + bold)}`
    }).join(''),
  )
}

test('runs in which scripts alternate are one text for each change of formatting: 26 are 5, and 28 are 7', async () => {
  const texts = (inline: Inline) => inline.filter((part) => typeof part === 'string').length
  const body =
    alternating(26, [
      [4, 8],
      [14, 18],
    ]) +
    alternating(28, [
      [3, 6],
      [9, 12],
      [20, 23],
    ])
  const read = await blocks({ body })
  assert.deepEqual(
    read.map((block) => texts(block.text)),
    [5, 7],
  )
})

test('formatting that differs from most of the paragraph is a pair of codes, also around a code', async () => {
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const body = paragraph(
    run('到2029年底，') + run('建成骨干', '<w:b/>') + note + run('水网', '<w:b/>') + run('，供水能力提高。'),
  )
  assert.equal(await first(body), '到2029年底，<bold c1>建成骨干<footnote c2>水网</bold c1>，供水能力提高。')
  assert.equal(await first(paragraph(run('通知', '<w:b/>'))), '通知', 'all of it in bold is no code')
  assert.equal(await first(paragraph(run('水网') + run(' ', '<w:b/>') + run('建设'))), '水网 建设', 'a blank in bold')
})

test('formatting that the style has anyway is no code', async () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
  const body = paragraph(run('建设') + run('水网', '<w:sz w:val="32"/><w:b w:val="0"/>'))
  assert.equal(await first(body, { styles }), '建设水网')
})

test('links and form entries are pairs, other fields are codes whose results are not text', async () => {
  const link = `<w:hyperlink r:id="rId9" w:history="1">${run('项目清单', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`
  const links = { rId9: 'https://www.example.com/shuiwang' }
  const body = paragraph(run('详见') + link + run('和') + field('REF _Ref1 \\h', '附件1') + run('。'))
  const [block] = await blocks({ body, links })
  assert.equal(shown(block?.text ?? []), '详见<link c1>项目清单</link c1>和<field c2>。')
  assert.deepEqual(
    block?.text.flatMap((part) => (typeof part === 'string' ? [] : [part.data])),
    ['link https://www.example.com/shuiwang', '/link https://www.example.com/shuiwang', 'field REF _Ref1'],
  )
  assert.equal(
    await first(paragraph(run('见') + field('HYPERLINK "https://example.com"', '网页') + run('。'))),
    '见<link c1>网页</link c1>。',
  )
})

test('a table of contents over several paragraphs is not text, and what follows its end is', async () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const body = [
    paragraph(`${mark('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${mark('separate')}${run('一、目标')}`),
    paragraph(run('二、任务') + field('PAGEREF _T2', '3')),
    paragraph(mark('end') + run('正文从这里开始。')),
    paragraph(mark('begin') + run('没有结尾的域')),
    paragraph(run('仍是正文。')),
  ]
  assert.deepEqual(text(await blocks({ body: body.join('') })), ['正文从这里开始。', '没有结尾的域', '仍是正文。'])
})

test('tracked changes are read as accepted, and said', async () => {
  const body = [
    paragraph(
      run('供水能力') +
        tracked('del', 1, deletedRun('1.0亿')) +
        tracked('ins', 2, run('1.2亿')) +
        run('立方米。', '<w:rPrChange w:id="5" w:author="a"><w:rPr><w:b/></w:rPr></w:rPrChange>'),
    ),
    paragraph(tracked('moveFrom', 3, run('移走的话。'))),
    paragraph(tracked('moveTo', 4, run('移来的话。'))),
  ]
  const imported = await read({ body: body.join('') })
  assert.deepEqual(text(imported.blocks), ['供水能力1.2亿立方米。', '移来的话。'])
  assert.deepEqual(imported.notices, [
    { code: 'changes-accepted', params: { insertions: '1', deletions: '1', moves: '1' } },
  ])
})

test('kinds come from styles and what they are based on, from outline levels, lists, cells and quotes', async () => {
  const style = (id: string, name: string, inside = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
  const styles = [
    style('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('a0', '公文标题', '<w:basedOn w:val="1"/>'),
    style('T', 'Title'),
    style('L', '列表', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    style('Q', 'Quote'),
  ].join('')
  const styled = (id: string, content: string) => paragraph(run(content), `<w:pStyle w:val="${id}"/>`)
  const body = [
    styled('T', '行动方案'),
    styled('a0', '总体目标'),
    paragraph(run('任务'), '<w:outlineLvl w:val="1"/>'),
    styled('L', '补齐骨干工程'),
    paragraph(run('不再编号'), '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    styled('Q', '节水优先'),
    paragraph(run('正文。')),
    table([[paragraph(run('单元格'))]]),
  ]
  const kinds = (await blocks({ body: body.join(''), styles })).map(({ hint, level }) => [hint, level])
  assert.deepEqual(kinds, [
    ['heading', 1],
    ['heading', 2],
    ['heading', 3],
    ['item', undefined],
    [undefined, undefined],
    ['quote', undefined],
    [undefined, undefined],
    ['cell', undefined],
  ])
})

test('a text box in alternate content is one block, behind the paragraph it hangs on', async () => {
  const box = `<w:txbxContent>${paragraph(run('文本框里的话。'))}</w:txbxContent>`
  const alternate = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const body = paragraph(run('图') + alternate + run('之后。'))
  assert.deepEqual(text(await blocks({ body })), ['图之后。', '文本框里的话。'])
})

test('notes, headers and footers follow the text, comments are counted', async () => {
  const imported = await read({
    body: paragraph(`${run('正文。')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    footnotes: `<w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' 数据来自水利局。')}`)}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${paragraph(run('尾注。'))}</w:endnote>`,
    header: paragraph(run('页眉。')),
    footer: paragraph(run('第') + field('PAGE', '1') + run('页')),
    comments: `<w:comment w:id="0" w:author="周">${paragraph(run('请核实。'))}</w:comment>`,
  })
  assert.deepEqual(text(imported.blocks), ['正文。', ' 数据来自水利局。', '尾注。', '页眉。', '第页'])
  assert.deepEqual(
    imported.notices.map(({ code }) => code),
    ['comments-unread'],
  )
  assert.equal(shown(imported.blocks[0]?.text ?? []), '正文。<footnote c1>')
})

test('tabs, breaks, hyphens and ruby', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('yún')}</w:rt><w:rubyBase>${run('云')}</w:rubyBase></w:ruby></w:r>`
  assert.equal(await first(paragraph(ruby + run('汀市'))), '<ruby c1>云</ruby c1>汀市')
  const pieces =
    '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r>'
  assert.equal(await first(paragraph(pieces)), '甲\t乙\n丙\u2011丁')
  assert.equal(await first(paragraph(pieces, '<w:jc w:val="center"/>')), '甲\t乙<break c1>丙\u2011丁', 'in a title')
  assert.equal(await first(paragraph('<w:r><w:t> 甲 </w:t></w:r>')), '甲', 'white space that is not to be preserved')
})

test('names are known by their namespace, not by their prefix', async () => {
  const other = `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>严格的。</x:t></x:r></x:p>`
  assert.deepEqual(text(await blocks({ body: other })), ['严格的。'])
})

test('what is no Word document is refused in words of its own', async () => {
  const refused = async (bytes: Uint8Array) => {
    const read = await docxFormat.read(bytes, { filename: 'a.docx' })
    return isRefusal(read) ? read.code : 'read'
  }
  const compound = [0xd0, 0xcf, 0x11, 0xe0]
  const locked = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  assert.equal(await refused(new TextEncoder().encode('你好，世界。')), 'file-not-word')
  assert.equal(await refused(new Uint8Array(compound)), 'file-word-old')
  assert.equal(await refused(new Uint8Array([...compound, ...new Array(600).fill(0), ...locked])), 'file-encrypted')
  assert.equal(await refused(await wordFile({ body: paragraph(run('An English text.')) })), 'file-not-chinese')
  assert.equal(await refused(await wordFile({ body: paragraph('') })), 'file-empty')
})
