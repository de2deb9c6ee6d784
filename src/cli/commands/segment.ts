import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { textFormats } from '../../formats/by-name.ts'
import { textFormat } from '../../formats/text.ts'
import { type Block, isSegment } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { blocksOf } from '../../segmentation/structure.ts'
import { printJson, printRefusal } from '../outcome.ts'

/** `segment FILE`: blocks and segments of a file, with no workspace. */
export function segmentCommand(program: Command, t: TFunction): void {
  program
    .command('segment')
    .argument('<file>', t('argument.file'))
    .description(t('segment.description'))
    .option('--json', t('option.json'))
    .action(async (file: string, options: { json?: true }) => {
      const format = textFormats.find(({ endings }) => endings.some((ending) => file.toLowerCase().endsWith(ending)))
      const imported = (format ?? textFormat).read(await readFile(file))
      if (isRefusal(imported)) return printRefusal(t, imported, options.json === true)
      const blocks = blocksOf(imported.blocks).map(described)
      if (options.json) return printJson({ blocks })
      for (const { id, kind, speaker, segments } of blocks) {
        process.stdout.write(`${id}\t${kind}${speaker === undefined ? '' : `\t${speaker}`}\n`)
        for (const segment of segments) process.stdout.write(`  ${segment.id}\t${segment.source}\n`)
      }
      const count = blocks.reduce((sum, block) => sum + block.segments.length, 0)
      process.stderr.write(`${t('segment.counted', { blocks: blocks.length, segments: count })}\n`)
    })
}

function described({ id, kind, speaker, parts }: Block) {
  return {
    id,
    kind,
    ...(speaker === undefined ? {} : { speaker }),
    segments: parts.filter(isSegment).map((segment) => ({ id: segment.id, source: plain(segment.source) })),
  }
}
