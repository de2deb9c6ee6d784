import { writeArchive } from '../zip/splice.ts'
import { commentsPart, paragraph, run, type WordComment, xmlText } from './content.ts'
import { stylesPart } from './styles.ts'

/** What a new Word document is made of. */
export interface NewWordDocument {
  readonly title: string
  /** Paragraphs and tables. */
  readonly body: string
  readonly comments?: readonly WordComment[]
  readonly landscape?: boolean
  /** Words at the head of every page. */
  readonly header?: string
  /** Words at the foot of every page, before the number of the page. */
  readonly footer?: string
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A part of a document that the main part names: the root of its XML, and what is in it. */
interface NewPart {
  readonly name: string
  readonly root: string
  readonly content: string
}

/**
 * Writes a new document of Word (ECMA-376, transitional), with nothing in it that says when. The same values give the same
 * bytes.
 */
export function writeWord(document: NewWordDocument): Uint8Array {
  const { title, header, footer = '', comments = [] } = document
  const parts: readonly NewPart[] = [
    { name: 'styles', root: 'styles', content: stylesPart },
    { name: 'settings', root: 'settings', content: settingsPart },
    ...(comments.length > 0 ? [{ name: 'comments', root: 'comments', content: commentsPart(comments) }] : []),
    ...(header === undefined ? [] : [{ name: 'header', root: 'hdr', content: headerPart(header) }]),
    { name: 'footer', root: 'ftr', content: footerPart(footer) },
  ]
  const body = `<w:body>${document.body}${sectionOf(document)}</w:body>`
  const texts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(parts)],
    [
      '_rels/.rels',
      related([
        ['main', `${relationships}/officeDocument`, 'word/document.xml'],
        ['core', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`,
    ],
    ['word/document.xml', `<w:document xmlns:w="${word}" xmlns:r="${relationships}">${body}</w:document>`],
    [
      'word/_rels/document.xml.rels',
      related(parts.map(({ name }) => [name, `${relationships}/${name}`, `${name}.xml`] as const)),
    ],
    ...parts.map(
      ({ name, root, content }) =>
        [`word/${name}.xml`, `<w:${root} xmlns:w="${word}" xmlns:r="${relationships}">${content}</w:${root}>`] as const,
    ),
  ]
  return writeArchive(new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(declaration + text)])))
}

const settingsPart =
  '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'

function headerPart(words: string): string {
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(words, { bold: true })}</w:p>`
}

function footerPart(words: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const page = `${mark('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${mark('separate')}${run('1', { style: 'Small' })}${mark('end')}`
  return paragraph(`${words === '' ? '' : run(`${words} · `, { style: 'Small' })}${page}`)
}

/** A page of A4, upright or on its side. */
function sectionOf({ landscape, header }: NewWordDocument): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="850" w:header="567" w:footer="567" w:gutter="0"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" w:header="851" w:footer="851" w:gutter="0"/>'
  const head = header === undefined ? '' : '<w:headerReference w:type="default" r:id="header"/>'
  return `<w:sectPr>${head}<w:footerReference w:type="default" r:id="footer"/>${size}</w:sectPr>`
}

function related(list: readonly (readonly [id: string, sort: string, target: string])[]): string {
  const entries = list.map(([id, sort, target]) => `<Relationship Id="${id}" Type="${sort}" Target="${target}"/>`)
  return `<Relationships xmlns="${packaged}/relationships">${entries.join('')}</Relationships>`
}

function contentTypes(parts: readonly NewPart[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides = parts.map(
    ({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${kind}.${name}+xml"/>`,
  )
  return [
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...overrides,
    '</Types>',
  ].join('')
}
