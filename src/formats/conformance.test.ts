import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre'
import type { Block } from '../model/document.ts'
import { plain } from '../model/inline.ts'
import type { DocumentState } from '../model/state.ts'
import type {
  FinishedTranslation,
  Formats,
  GlossaryContents,
  Imported,
  MemoryContents,
  ReturnedRows,
} from '../ports/format.ts'
import { type FormatCase, testFormat } from './conformance.ts'
import { paragraph, run, wordFile } from './docx/fixtures/build.ts'
import { formats } from './registry.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const blank = { domain: '', note: '', authority: '' }
const termsOf = (texts: readonly string[]) =>
  texts.map((text) => ({
    source: [text],
    renderings: [{ text: 'canal', status: 'preferred' as const }],
    status: 'proposed' as const,
    ...blank,
  }))
const pairsOf = (texts: readonly string[]) => texts.map((source) => ({ source, target: 'Canal.', origin: 'a' }))

const textOfBlocks = ({ blocks }: Imported) => blocks.map(({ text }) => plain(text)).join('\n')
const textOfMemory = ({ pairs }: MemoryContents) => pairs.map(({ source }) => source).join('\n')
const textOfPairs = ({ pairs }: FinishedTranslation) => pairs.map(({ zh }) => zh).join('\n')
const textOfReturned = ({ rows }: ReturnedRows) => rows.map(({ source }) => plain(source)).join('\n')
const textOfRows = ({ rows }: GlossaryContents) =>
  rows.map((row) => (row.type === 'term' ? row.fields.source.join('\n') : row.form)).join('\n')

/** Markdown that reads as these texts: what it takes for mark-up is written with a backslash before it. */
const asMarkdown = (texts: readonly string[]) => texts.map((text) => text.replace(/[&<]/g, '\\$&')).join('\n\n')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const asXliff = (texts: readonly string[]) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f">${texts
    .map((text, at) => `<unit id="u${at}"><segment><source>${escaped(text)}</source></segment></unit>`)
    .join('')}</file></xliff>`

/** A document that went out, with a sentence of each text. */
function sentOut(texts: readonly string[]): DocumentState {
  const blocks = texts.map(
    (text, at): Block => ({
      id: `b${at}`,
      kind: 'paragraph',
      parts: [{ type: 'segment', id: `b${at}.s1`, source: [text] }],
    }),
  )
  const origin = { format: 'text', filename: 'a.txt', sha256: '' }
  const document = { id: 'd1', title: '渠', sourceLanguage: 'zh-CN', targetLanguage: 'en', origin, blocks } as const
  const imported = { by: 'p1', at: '2026-01-01T00:00:00.000Z' }
  const nothing = { segments: new Map(), tombstones: {}, touchedSinceSignOff: false, releases: [] }
  return { document, imported, ...nothing, sequence: 1, head: 'ab' }
}

const written = 'the file has its texts in the form of the format, not as they are'

/** What the suite must know of each format, by kind and name; a missing or an extra format is a fault. */
const cases: {
  readonly [Kind in keyof Omit<Formats, 'exports' | 'refusalOfOthers'>]: Readonly<Record<string, FormatCase<never>>>
} = {
  documents: {
    text: { fileOf: (texts) => encode(texts.join('\n')), textOf: textOfBlocks },
    docx: {
      fileOf: (texts) => wordFile({ body: texts.map((text) => paragraph(run(text))).join('') }),
      textOf: textOfBlocks,
      skip: { cut: 'the texts in the file are compressed' },
    },
    csv: {
      fileOf: (texts) => encode(texts.map((text) => `1,"${text.replaceAll('"', '""')}"`).join('\n')),
      textOf: textOfBlocks,
    },
    xlsx: {
      fileOf: (texts) => writeXlsx({ sheets: [{ name: 'a', rows: texts.map((text, at) => [at, text]) }] }),
      textOf: textOfBlocks,
      skip: { cut: 'the texts in the file are compressed' },
    },
    i18next: {
      fileOf: (texts) => encode(JSON.stringify({ words: texts })),
      textOf: textOfBlocks,
    },
    html: {
      fileOf: (texts) =>
        encode(`<html><body>${texts.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</body></html>`),
      textOf: textOfBlocks,
    },
    mhtml: {
      fileOf: (texts) =>
        encode(
          'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n' +
            `<html><body>${texts.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</body></html>\n--b--\n`,
        ),
      textOf: textOfBlocks,
    },
    markdown: { fileOf: (texts) => encode(asMarkdown(texts)), textOf: textOfBlocks },
    'bilingual-xliff': { fileOf: (texts) => encode(asXliff(texts)), textOf: textOfBlocks },
  },
  memories: {
    tmx: { fileOf: (texts) => formats.exports.tmx.write(pairsOf(texts)), textOf: textOfMemory },
  },
  glossaries: {
    csv: { fileOf: (texts) => formats.glossaries[0].write(termsOf(texts)), textOf: textOfRows },
    xlsx: {
      fileOf: (texts) => formats.glossaries[1].write(termsOf(texts)),
      textOf: textOfRows,
      skip: { cut: written },
    },
    tbx: { fileOf: (texts) => formats.glossaries[2].write(termsOf(texts)), textOf: textOfRows },
  },
  pairs: {
    jsonl: {
      fileOf: (texts) => encode(texts.map((zh, id) => JSON.stringify({ id, zh, en: 'Canal.' })).join('\n')),
      textOf: textOfPairs,
      skip: { cut: 'JSON writes quotation marks with a backslash' },
    },
    tsv: { fileOf: (texts) => encode(texts.map((zh) => `${zh}\tCanal.`).join('\n')), textOf: textOfPairs },
    tmx: { fileOf: (texts) => formats.exports.tmx.write(pairsOf(texts)), textOf: textOfPairs },
    xliff: { fileOf: (texts) => encode(asXliff(texts)), textOf: textOfPairs },
  },
  returns: {
    xliff: {
      fileOf: (texts) => {
        const aids = { terms: new Map(), matches: new Map(), names: new Map() }
        return formats.exports.xliff.write({ state: sentOut(texts), ...aids })
      },
      textOf: textOfReturned,
    },
    'review-page': {
      fileOf: (texts) => {
        const assets = { style: '', script: '', styleHash: '', scriptHash: '' }
        const about = { review: 'r1', reviewer: 'Qiao Ning', sender: 'Tan Yue', at: '2026-01-01T00:00:00.000Z' }
        return formats.exports['review-page'].write({ state: sentOut(texts), ...about, assets })
      },
      textOf: textOfReturned,
    },
    'review-table': {
      fileOf: (texts) => {
        const sent = { names: new Map(), by: 'p1', at: '2026-01-01T00:00:00.000Z' }
        return formats.exports['review-table'].write({ state: sentOut(texts), ...sent })
      },
      textOf: textOfReturned,
      skip: { cut: 'the texts in the file are compressed' },
    },
  },
}

for (const kind of ['documents', 'memories', 'glossaries', 'pairs', 'returns'] as const) {
  test(`every format of ${kind} has a case, a name and endings of its own`, () => {
    const list = formats[kind]
    assert.deepEqual(list.map(({ name }) => name).sort(), Object.keys(cases[kind]).sort())
    const endings = list.flatMap((format): readonly string[] => format.endings)
    assert.equal(new Set(endings).size, endings.length)
    for (const ending of endings) assert.match(ending, /^\.[a-z0-9]+$/)
  })
  for (const format of formats[kind]) {
    const known = cases[kind][format.name]
    // The case of a kind is for the contents of that kind; a record by name cannot say so.
    if (known) testFormat<never>(kind, format as never, known)
  }
}
