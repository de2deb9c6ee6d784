import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { unitsOf, viewXliff } from '../../formats/xliff/view/view.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal } from '../../model/refusal.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

/** `xliff segments FILE`: the segments of a file of any tool, one a line; how ids are built is in `docs/xliff.md`. */
export function xliffSegmentsCommand(xliff: Command, t: TFunction): void {
  xliff
    .command('segments')
    .argument('<file>', t('xliff.file'))
    .description(t('xliff.segments.description'))
    .option('--json', t('option.json'))
    .action(async (file: string, { json }: { json?: true }) => {
      const bytes = await readInput(file, fileLimits.checkedBytes)
      const view = isRefusal(bytes) ? bytes : viewXliff(bytes)
      if (isRefusal(view)) return printRefusal(t, view, json === true, file)
      tellNotices(view.notices, t, file)
      let lines: string[] = []
      let count = 0
      for (const { translate, segments } of unitsOf(view)) {
        for (const { id, source, target } of segments) {
          count++
          if (!json) say(`${id}\t${source}\t${target ?? ''}`)
          else {
            const shown = { id, source, ...(target === undefined ? {} : { target }) }
            lines.push(JSON.stringify(translate ? shown : { ...shown, translate }))
          }
        }
        if (lines.length >= linesAtOnce) lines = printLines(lines)
      }
      printLines(lines)
      const { version, dialect } = view.flavour
      if (!json) tell(t('xliff.segments.counted', { count, version, dialect: t(`xliff.dialect.${dialect}`) }))
    })
}

/** Lines written at once: one by one they take longer than the file takes to read. */
const linesAtOnce = 1_000

function printLines(lines: readonly string[]): string[] {
  if (lines.length > 0) terminal().out(`${lines.join('\n')}\n`)
  return []
}
