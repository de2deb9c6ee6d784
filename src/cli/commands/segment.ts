import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { type Block, isSegment } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { digestBytes } from '../../server/digest.ts'
import { createReadFile } from '../../workspace/core/reading.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { printJson, printRefusal, say, tell } from '../outcome.ts'

const readFile = createReadFile({ formats, digestBytes })

/** `segment FILE`: blocks and segments of a file, without a workspace. */
export function segmentCommand(program: Command, t: TFunction): void {
  program
    .command('segment')
    .argument('<file>', t('argument.file'))
    .description(t('segment.description'))
    .option('--json', t('option.json'))
    .action(async (file: string, options: { json?: true }) => {
      const bytes = await readInput(file)
      const read = isRefusal(bytes) ? bytes : await readFile('document', { filename: basename(file), bytes })
      if (isRefusal(read)) return printRefusal(t, read, options.json === true)
      const blocks = read.items.map(described)
      tellNotices(read.head.notices, t, file)
      if (options.json) return printJson({ blocks })
      for (const { id, kind, speaker, segments } of blocks) {
        say(`${id}\t${kind}${speaker === undefined ? '' : `\t${speaker}`}`)
        for (const segment of segments) say(`  ${segment.id}\t${segment.source}`)
      }
      const count = blocks.reduce((sum, block) => sum + block.segments.length, 0)
      tell(t('segment.counted', { blocks: blocks.length, segments: count }))
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
