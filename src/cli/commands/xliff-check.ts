import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { checkXliff, type XliffCheck, type XliffFinding } from '../../formats/xliff/rules/check.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { tellFailure } from '../failure.ts'
import { readInput } from '../input.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

/**
 * `xliff check FILE…`: whether files are valid XLIFF, and where not; one line a file with `--json`. A file that cannot be
 * read does not keep the others from being checked.
 */
export function xliffCheckCommand(xliff: Command, t: TFunction): void {
  xliff
    .command('check')
    .argument('<files...>', t('xliff.files'))
    .description(t('xliff.check.description'))
    .option('--json', t('option.json'))
    .action(async (files: string[], { json }: { json?: true }) => {
      let code: number = exitCodes.done
      for (const file of files) code = Math.max(code, await checkFile(file, json === true, t))
      terminal().endWith(code)
    })
}

async function checkFile(file: string, json: boolean, t: TFunction): Promise<number> {
  const check = await read(file).catch((error) => tellFailure(t, error))
  if (typeof check === 'number') return check
  if (isRefusal(check)) {
    printRefusal(t, check, json, file)
    return exitCodes.refused
  }
  const { findings } = check
  if (json) {
    const located = findings.map((finding) => {
      const { rule, line, column } = finding
      return { rule, line, column, message: messageOf(finding, t) }
    })
    printJson({ file, valid: findings.length === 0, findings: located })
  } else tellFindings(file, findings, t)
  if (check.extent === 'structure') tell(t('about', { file, words: t('xliff.check.structure') }))
  else if (check.extent === 'form' && findings.length === 0) tell(t('about', { file, words: t('xliff.check.form') }))
  return findings.length === 0 ? exitCodes.done : exitCodes.found
}

async function read(file: string): Promise<XliffCheck | Refusal> {
  const bytes = await readInput(file, fileLimits.checkedBytes)
  return isRefusal(bytes) ? bytes : checkXliff(bytes)
}

function messageOf({ wording, params }: XliffFinding, t: TFunction): string {
  return t(`xliff:${wording}`, { ...params }).trim()
}

function tellFindings(file: string, findings: readonly XliffFinding[], t: TFunction): void {
  if (findings.length === 0) {
    say(t('about', { file, words: t('xliff.check.valid') }))
    return
  }
  for (const finding of findings) {
    const { rule, line, column } = finding
    say(`${file}:${line}:${column}\t${rule}\t${messageOf(finding, t)}`)
  }
  tell(t('about', { file, words: t('xliff.check.counted', { count: findings.length }) }))
}
