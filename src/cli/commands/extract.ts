import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { type Block, type Document, isSegment, segmentsOf } from '../../model/document.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { compact, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { Table } from '../../model/table.ts'
import { freshSegment } from '../../review/fold-segment.ts'
import { scriptOf } from '../../segmentation/script.ts'
import { digestBytes } from '../../server/digest.ts'
import { type ReadBlock, readDocument } from '../../workspace/core/reading.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { printFile, printJson, printRefusal, tell } from '../outcome.ts'
import { type TableOptions, tableOf, withTableOptions } from '../table-option.ts'

/** Whether a paragraph is cut into sentences. The names are those of `segtype` in SRX and TMX. */
const segmentations = ['sentence', 'paragraph'] as const

interface Options extends TableOptions {
  readonly segmentation: string
  readonly out?: string
  readonly json?: true
}

/** `extract FILE --out FILE.xlf`: the text of a file as XLIFF 2.1, without a workspace. `merge` puts it back. */
export function extractCommand(program: Command, t: TFunction): void {
  const command = program
    .command('extract')
    .argument('<file>', t('argument.file'))
    .description(t('extract.description'))
  withTableOptions(command, t)
    .option('--out <file>', t('option.out'))
    .addOption(
      new Option('--segmentation <by>', t('extract.option.segmentation')).choices(segmentations).default('sentence'),
    )
    .option('--json', t('option.json'))
    .action(async (file: string, options: Options) => {
      const document = await documentOf(file, options)
      if (isRefusal(document)) return printRefusal(t, document, options.json === true, file)
      const { blocks } = document.document
      const notices = isChinese(blocks) ? document.notices : [...document.notices, notice('language-other')]
      tellNotices(notices, t, file)
      const none = { terms: new Map(), matches: new Map(), names: new Map() }
      const xliff = await formats.exports.xliff.write({ state: untouched(document), ...none })
      await printFile(xliff, options.out)
      const counts = { units: blocks.length, segments: segmentsOf({ blocks }).length }
      if (options.json && options.out !== undefined) printJson({ file, ...counts, notices })
      else tell(t('extract.counted', counts))
    })
}

const textOf = (blocks: readonly Block[]) =>
  segmentsOf({ blocks })
    .map(({ source }) => plain(source))
    .join('\n')
const isChinese = (blocks: readonly Block[]) => scriptOf(textOf(blocks)) !== 'not-chinese'

interface Extracted {
  readonly document: Document
  /** The same blocks, with the English that a bilingual file brings. */
  readonly blocks: readonly ReadBlock[]
  readonly notices: readonly ImportNotice[]
}

async function documentOf(file: string, options: Options): Promise<Extracted | Refusal> {
  const filename = basename(file)
  const bytes = await readInput(file)
  if (isRefusal(bytes)) return bytes
  const read = await readDocument(formats, { filename, bytes, ...tableOf(options) }, 'any')
  if (isRefusal(read)) return read
  const { head } = read
  const items = options.segmentation === 'paragraph' ? read.items.map(uncut) : read.items
  const blocks = items.map(({ brought: _, ...block }) => block)
  const document: Document = {
    id: 'document',
    title: filename,
    sourceLanguage: scriptOf(textOf(blocks)) === 'traditional' ? 'zh-TW' : 'zh-CN',
    targetLanguage: 'en',
    origin: { format: head.format, filename, sha256: digestBytes(bytes) },
    blocks,
  }
  return { document, blocks: items, notices: head.notices }
}

/** A block as one segment. One that brings English stays as it is, since that is of its segments. */
function uncut(block: ReadBlock): ReadBlock {
  const segments = block.parts.filter(isSegment)
  const [first] = segments
  if (first === undefined || segments.length === 1 || block.brought !== undefined) return block
  const source = compact(block.parts.flatMap((part) => part.source))
  return { ...block, parts: [{ type: 'segment', id: first.id, source }] }
}

/** A document that nobody has worked on, with the English that its file brings. */
function untouched({ document, blocks }: Extracted): DocumentState {
  const segments = blocks.flatMap(({ id: block, parts, brought = {} }) =>
    parts.filter(isSegment).flatMap(({ id, source }): readonly SegmentState[] => {
      const target = brought[id]?.draft?.target
      return target === undefined ? [] : [{ ...freshSegment(id, block, source), target }]
    }),
  )
  return {
    document,
    imported: { by: '', at: '' },
    segments: Table.of(segments),
    tombstones: {},
    touchedSinceSignOff: false,
    releases: [],
    sequence: 0,
    head: '',
  }
}
