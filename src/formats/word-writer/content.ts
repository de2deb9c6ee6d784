import { escapeAttribute, escapeText, splitImpossible } from '../xml/escape.ts'

/** The styles of characters that a document of ours has (`styles.ts`). */
export type RunStyle = 'Code' | 'Small' | 'Strong' | 'Emphasis' | 'Link'

/** How a run of text looks. `hidden` is text that Word shows nowhere unless it is told to. */
export interface RunLook {
  readonly style?: RunStyle
  readonly language?: 'en' | 'zh'
  readonly hidden?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly position?: 'superscript' | 'subscript'
}

/** A text as XML has it between tags, without what XML cannot write. */
export function xmlText(text: string): string {
  return escapeText(writable(text))
}

function writable(text: string): string {
  const parts = splitImpossible(text)
  return parts.filter((part) => typeof part === 'string').join('')
}

/** A run of text; line feeds and tabs in it are those of Word. */
export function run(text: string, look: RunLook = {}): string {
  const pieces = text.split(/([\n\t])/).filter((piece) => piece !== '')
  const content = pieces.map((piece) => {
    if (piece === '\n') return '<w:br/>'
    return piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`
  })
  return `<w:r>${propertiesOf(look)}${content.join('')}</w:r>`
}

/** In the order of the schema (ECMA-376 part 1, 17.3.2.28). */
function propertiesOf({ style, language, hidden, bold, italic, underline, strike, position }: RunLook): string {
  const properties = [
    style && `<w:rStyle w:val="${style}"/>`,
    language === 'zh' && '<w:rFonts w:hint="eastAsia"/>',
    bold && '<w:b/>',
    italic && '<w:i/>',
    strike && '<w:strike/>',
    hidden && '<w:vanish/>',
    underline && '<w:u w:val="single"/>',
    position && `<w:vertAlign w:val="${position}"/>`,
    language && `<w:lang w:val="${language === 'zh' ? 'zh-CN' : 'en-US'}" w:eastAsia="zh-CN"/>`,
  ].filter((property) => typeof property === 'string')
  return properties.length === 0 ? '' : `<w:rPr>${properties.join('')}</w:rPr>`
}

/** A paragraph of runs in a style of `styles.ts`; without one it is as text is. */
export function paragraph(runs: string, style?: string): string {
  return `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
}

/** Runs that Word lets nobody change by accident; other programmes may, and nothing relies on it. */
export function locked(runs: string, id: number): string {
  return `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${runs}</w:sdtContent></w:sdt>`
}

export interface Cell {
  /** Paragraphs; a cell has one at least. */
  readonly content: string
  readonly shaded?: boolean
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Whether it stands at the top of every page. */
  readonly heading?: boolean
}

/** A table with columns of these widths, in twentieths of a point. */
export function table(widths: readonly number[], rows: readonly Row[], name: string): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const total = widths.reduce((sum, width) => sum + width, 0)
  const properties = `<w:tblStyle w:val="TableGrid"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${escapeAttribute(name)}"/>`
  const written = rows.map(({ cells, heading }) => {
    const about = `<w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>`
    return `<w:tr>${about}${cells.map((cell, at) => cellOf(cell, widths[at] ?? 0)).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`
}

function cellOf({ content, shaded }: Cell, width: number): string {
  const shade = shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F0"/>' : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${content}</w:tc>`
}

/** A comment that stands beside its words; `at` in UTC, ISO 8601. */
export interface WordComment {
  readonly author: string
  readonly at: string
  readonly text: string
}

/** Runs to which comments belong, the first with this number. */
export function commented(runs: string, comments: readonly WordComment[], first: number): string {
  const ids = comments.map((_comment, at) => first + at)
  const starts = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')
  const ends = ids
    .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    .join('')
  return starts + runs + ends
}

/** The content of the part of comments. */
export function commentsPart(comments: readonly WordComment[]): string {
  return comments
    .map(({ author, at, text }, id) => {
      const date = at.replace(/\.\d+Z$/, 'Z')
      const lines = text.split('\n').map((line) => paragraph(run(line)))
      return `<w:comment w:id="${id}" w:author="${attribute(author)}" w:date="${escapeAttribute(date)}" w:initials="${attribute(author.slice(0, 2))}">${lines.join('')}</w:comment>`
    })
    .join('')
}

function attribute(text: string): string {
  return escapeAttribute(writable(text))
}
