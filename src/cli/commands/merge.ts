import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { returnedUnits } from '../../formats/xliff/returned-units.ts'
import type { CodeFault } from '../../model/code-faults.ts'
import { nameIn } from '../../model/names.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { matchReturned, type UnitProblem } from '../../segmentation/returned.ts'
import { readDocument } from '../../workspace/core/reading.ts'
import { type Rewritten, rewritable, rewriteFile } from '../../workspace/documents/rewrite.ts'
import { readInput } from '../input.ts'
import { exitCodes, printFile, printJson, printRefusal, say, tell } from '../outcome.ts'
import { type TableOptions, tableOf, withTableOptions } from '../table-option.ts'
import { terminal } from '../terminal.ts'

/** What is wrong: with a unit, or with the codes of a segment, which then stays in Chinese. */
type Problem = UnitProblem | { readonly type: 'codes'; readonly segment: string; readonly faults: readonly CodeFault[] }

/** How the English looks: as the Chinese whose place it takes, or as English does. */
const looks = ['chinese', 'english'] as const

/** `merge FILE FILE.xlf --out OUT`: the file in its own shape with the English of an XLIFF that `extract` wrote. */
export function mergeCommand(program: Command, t: TFunction): void {
  const command = program
    .command('merge')
    .argument('<file>', t('argument.file'))
    .argument('<xliff>', t('merge.xliff'))
    .description(t('merge.description'))
  withTableOptions(command, t)
    .requiredOption('--out <file>', t('merge.option.out'))
    .addOption(new Option('--look <look>', t('merge.option.look')).choices(looks).default('chinese'))
    .option('--json', t('option.json'))
    .action(async (file: string, xliff: string, options: TableOptions & { out: string; look: string; json?: true }) => {
      const merged = await merge(file, xliff, { look: nameIn(looks, options.look), ...tableOf(options) })
      if (isRefusal(merged))
        return printRefusal(t, merged, options.json === true, merged.code === 'file-not-ours' ? xliff : file)
      const { rewritten, problems } = merged
      await printFile(rewritten.bytes, options.out)
      if (options.json) printJson({ file, open: rewritten.open.length, problems })
      else {
        for (const problem of problems) say(wordsOf(problem, t))
        tell(t('merge.done', { out: options.out }))
        if (rewritten.open.length > 0) tell(t('merge.open', { count: rewritten.open.length }))
      }
      if (problems.length > 0) terminal().endWith(exitCodes.found)
    })
}

interface Merged {
  readonly type: 'merged'
  readonly rewritten: Rewritten
  readonly problems: readonly Problem[]
}

async function merge(file: string, xliff: string, options: RewriteOptions): Promise<Merged | Refusal> {
  const filename = basename(file)
  const bytes = await readInput(file)
  if (isRefusal(bytes)) return bytes
  const able = rewritable(formats, { filename, bytes })
  if (isRefusal(able)) return able
  const { table } = options
  const read = await readDocument(formats, { filename, bytes, ...(table && { table }) }, 'any')
  if (isRefusal(read)) return read
  const returned = await readInput(xliff)
  if (isRefusal(returned)) return returned
  const units = returnedUnits(returned)
  if (isRefusal(units)) return units
  const { blocks, targets, problems } = matchReturned(read.items, units)
  // Not one unit that fits: another document's file, and no reason to list every unit.
  if (read.items.length > 0 && problems.filter(({ type }) => type !== 'unknown').length >= read.items.length) {
    return refuse('file-not-ours')
  }
  const wordingOf = (segment: string) => targets.get(segment)
  const rewritten = await rewriteFile(formats, { filename, bytes }, blocks, wordingOf, options)
  if (isRefusal(rewritten)) return rewritten
  const codes = rewritten.faulty.map(({ segment, faults }) => ({ type: 'codes' as const, segment, faults }))
  return { type: 'merged', rewritten, problems: [...problems, ...codes] }
}

function wordsOf(problem: Problem, t: TFunction): string {
  if (problem.type !== 'codes') return t(`merge.problem.${problem.type}`, { unit: problem.unit })
  const list = problem.faults.map(({ type, code }) => t(`merge.fault.${type}`, { id: code.id, data: code.data }))
  return t('merge.problem.codes', { segment: problem.segment, faults: list.join(t('list.semicolon')) })
}
