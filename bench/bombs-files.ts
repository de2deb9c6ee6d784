import { archiveWith, type PackedFile } from './bombs-archive.ts'

/** A file made to do harm, and what it is sent in as. */
export interface Bomb {
  readonly name: string
  readonly door: 'documents' | 'terms' | 'memory'
  readonly filename: string
  readonly make: () => Buffer
}

const bytes = (text: string) => Buffer.from(text)
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const frame: readonly PackedFile[] = [
  { name: '[Content_Types].xml', data: bytes(types) },
  { name: '_rels/.rels', data: bytes(relations) },
]

const inBody = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`
const paragraph = '<w:p><w:r><w:t>今天开工。</w:t></w:r></w:p>'

/** A Word file with this as its text, and other files beside it. */
function wordWith(main: Uint8Array, about: Partial<PackedFile> = {}, others: readonly PackedFile[] = []): Buffer {
  return archiveWith([...frame, { name: 'word/document.xml', data: main, ...about }, ...others])
}

const spaces = (size: number) => Buffer.concat([bytes(inBody(paragraph).slice(0, -9)), Buffer.alloc(size, 32)])
const entities = (root: string) =>
  `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY a "今今今今今今今今今今"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
const xliff = (inside: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f">${inside}</file></xliff>`
const unit = (at: number) =>
  `<unit id="u${at}"><segment><source>第${at}项工程。</source><target>Work ${at}.</target></segment></unit>`

export const bombs: readonly Bomb[] = [
  { name: 'Word: sound', filename: 'a.docx', make: () => wordWith(bytes(inBody(paragraph))) },
  { name: 'Word: 600 MB unpacked, stated truly', filename: 'b.docx', make: () => wordWith(spaces(600e6)) },
  {
    name: 'Word: 600 MB unpacked, stated as 100 bytes',
    filename: 'c.docx',
    make: () => wordWith(spaces(600e6), { stated: 100 }),
  },
  {
    name: 'Word: entities in entities',
    filename: 'd.docx',
    make: () => wordWith(bytes(entities('w:document') + inBody(paragraph.replace('今天', '&c;')).slice(21))),
  },
  {
    name: 'Word: 300,000 elements deep',
    filename: 'e.docx',
    make: () => wordWith(bytes(inBody('<w:sdt><w:sdtContent>'.repeat(150_000)))),
  },
  {
    name: 'Word: 200,000 paragraphs',
    filename: 'f.docx',
    make: () => wordWith(bytes(inBody(paragraph.repeat(200_000)))),
  },
  {
    name: 'Word: one paragraph of 200,000 runs',
    filename: 'g.docx',
    make: () =>
      wordWith(
        bytes(
          inBody(
            `<w:p>${times(200_000, (at) => `<w:r><w:rPr>${at % 2 ? '<w:b/>' : ''}</w:rPr><w:t>今</w:t></w:r>`)}</w:p>`,
          ),
        ),
      ),
  },
  {
    name: 'Word: names that lead out of the archive',
    filename: 'h.docx',
    make: () =>
      wordWith(bytes(inBody(paragraph)), {}, [
        { name: '../../../tmp/out.xml', data: bytes('x') },
        { name: '/etc/out', data: bytes('x') },
      ]),
  },
  {
    name: 'Word: 60,000 empty files in it',
    filename: 'i.docx',
    make: () =>
      wordWith(
        bytes(inBody(paragraph)),
        {},
        Array.from({ length: 60_000 }, (_, at) => ({ name: `x/${at}.xml`, data: bytes('') })),
      ),
  },
  {
    name: 'Word: said to be encrypted',
    filename: 'j.docx',
    make: () => wordWith(bytes(inBody(paragraph)), { encrypted: true }),
  },
  {
    name: 'Word: cut in the middle',
    filename: 'k.docx',
    make: () => wordWith(bytes(inBody(paragraph.repeat(5_000)))).subarray(0, 900),
  },
  {
    name: 'Word: a PNG under its name',
    filename: 'l.docx',
    make: () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(10_000, 1)]),
  },
  {
    name: 'page: 100,000 elements deep',
    filename: 'a.html',
    make: () => bytes(`<p>今天开工。${'<b>'.repeat(100_000)}今`),
  },
  {
    name: 'page: an attribute of 15 MB',
    filename: 'b.html',
    make: () => bytes(`<p>今天<a href="${'a'.repeat(15e6)}">开工</a>。`),
  },
  { name: 'page: 2 million elements', filename: 'c.html', make: () => bytes(`今天开工。${'<p>今</p>'.repeat(2e6)}`) },
  {
    name: 'page: 900 blocks in one another, an article to be found',
    filename: 'd.html',
    make: () => bytes(`<nav></nav>${'<div>今天开工。'.repeat(900)}`),
  },
  {
    name: 'XLIFF: entities in entities',
    filename: 'a.xlf',
    make: () => bytes(entities('xliff') + xliff(unit(1).replace('第', '&c;'))),
  },
  { name: 'XLIFF: 1 million groups deep', filename: 'b.xlf', make: () => bytes(xliff('<group id="g">'.repeat(1e6))) },
  {
    name: 'XLIFF: 600,000 attributes',
    filename: 'c.xlf',
    make: () => bytes(xliff(`<unit id="u" ${times(6e5, (at) => `a${at}="1" `)}/>`)),
  },
  { name: 'XLIFF: 150,000 units', filename: 'd.xlf', make: () => bytes(xliff(times(150_000, unit))) },
  {
    name: 'XLIFF: 20,000 units, as many as are taken',
    filename: 'e.xlf',
    make: () => bytes(xliff(times(20_000, unit))),
  },
  { name: 'JSON: 1 million arrays deep', filename: 'a.json', make: () => bytes('['.repeat(1e6)) },
  {
    name: 'JSON: 300,000 keys, __proto__ among them',
    filename: 'b.json',
    make: () => bytes(`{"__proto__":{"今":"今天"},${times(3e5, (at) => `"k${at}":"今天",`)}"end":"开工"}`),
  },
  { name: 'sheet: 19 million columns', filename: 'a.csv', make: () => bytes(`今天\n${','.repeat(19e6)}`) },
  { name: 'sheet: a quote that never ends', filename: 'b.csv', make: () => bytes(`今天,"${'今,"'.repeat(4e6)}`) },
  { name: 'Markdown: 1 million brackets', filename: 'a.md', make: () => bytes(`今天开工。${'['.repeat(1e6)}`) },
  {
    name: 'Markdown: 200,000 quotes in one another',
    filename: 'b.md',
    make: () => bytes(`今天\n${'>'.repeat(2e5)} 开工`),
  },
  {
    name: 'glossary: 99,000 terms',
    door: 'terms' as const,
    filename: 'c.csv',
    make: () => bytes(`source,preferred\n${times(99_000, (at) => `词语${at}号,term number ${at}\n`)}`),
  },
  {
    name: 'memory: 150,000 units',
    door: 'memory' as const,
    filename: 'a.tmx',
    make: () =>
      bytes(
        `<tmx version="1.4"><header srclang="zh"/><body>${times(150_000, (at) => `<tu><tuv xml:lang="zh"><seg>第${at}项。</seg></tuv><tuv xml:lang="en"><seg>Item ${at}.</seg></tuv></tu>`)}</body></tmx>`,
      ),
  },
].map((bomb) => ({ door: 'documents' as const, ...bomb }))
