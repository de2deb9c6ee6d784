import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import { setTargetsIn } from '../../formats/xliff/view/set-targets.ts'
import { streamUnits } from '../../formats/xliff/view/stream.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { readInput } from '../input.ts'
import { printRefusal } from '../outcome.ts'

interface ResaveOptions {
  readonly set?: readonly string[]
  readonly json?: true
}

/** `xliff resave IN OUT`: the file as it came in, byte for byte, with the targets that are set. */
export function xliffResaveCommand(xliff: Command, t: TFunction): void {
  const collect = (value: string, before: readonly string[] = []) => {
    if (!value.includes('=')) throw new InvalidArgumentError(t('xliff.resave.assignment'))
    return [...before, value]
  }
  xliff
    .command('resave')
    .argument('<in>', t('xliff.file'))
    .argument('<out>', t('xliff.resave.out'))
    .description(t('xliff.resave.description'))
    .option('--set <id=text>', t('xliff.resave.set'), collect)
    .option('--json', t('option.json'))
    .action(async (file: string, out: string, { set = [], json }: ResaveOptions) => {
      const bytes = await readInput(file, fileLimits.checkedBytes)
      if (isRefusal(bytes)) return printRefusal(t, bytes, json === true, file)
      const texts = assigned(bytes, set)
      const written = isRefusal(texts) ? texts : setTargetsIn(bytes, texts)
      if (isRefusal(written)) return printRefusal(t, written, json === true, file)
      await writeFile(out, written)
    })
}

/** The texts by id. An id may have an equals sign itself: the longest id that the file has is meant. */
function assigned(bytes: Uint8Array, assignments: readonly string[]): ReadonlyMap<string, string> | Refusal {
  const isAmbiguous = assignments.some((assignment) => assignment.indexOf('=') < assignment.lastIndexOf('='))
  const ids = new Set<string>()
  if (isAmbiguous) {
    const read = streamUnits(bytes, ({ segments }) => {
      for (const { id } of segments) ids.add(id)
      return null
    })
    if (isRefusal(read)) return read
  }
  return new Map(
    assignments.map((assignment) => {
      let at = assignment.lastIndexOf('=')
      while (at >= 0 && !ids.has(assignment.slice(0, at))) at = at === 0 ? -1 : assignment.lastIndexOf('=', at - 1)
      if (at < 0) at = assignment.indexOf('=')
      return [assignment.slice(0, at), assignment.slice(at + 1)]
    }),
  )
}
