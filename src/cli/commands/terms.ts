import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import { readInput } from '../input.ts'
import { noticeWords } from '../notices.ts'
import { exitCodes, printFile, printJson, printRefusal, say } from '../outcome.ts'
import { terminal } from '../terminal.ts'
import { termsGroup } from './terms-group.ts'

interface Options {
  readonly json?: true
}

/** `terms export` and `terms import`: the glossary as a file, by the same API as its page. */
export function termsCommands(program: Command, t: TFunction, at: AtWorkspace): void {
  const terms = termsGroup(program, t)

  terms
    .command('export')
    .description(t('terms.export'))
    .addOption(
      new Option('--format <format>', t('option.termsFormat'))
        .choices(formats.glossaries.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .option('--out <file>', t('option.out'))
    .action((options: Options & { format: string; out?: string }) =>
      at(options, async (client) => {
        const bytes = await client.call('exportTerms', { params: { format: options.format } })
        return isRefusal(bytes) ? printRefusal(t, bytes, false) : printFile(bytes, options.out)
      }),
    )

  terms
    .command('import')
    .argument('<file>', t('argument.glossary'))
    .description(t('terms.import'))
    .option('--dry-run', t('option.dryRun'))
    .option('--json', t('option.json'))
    .action((file: string, options: Options & { dryRun?: true }) =>
      at(options, async (client) => {
        const bytes = await readInput(file)
        const query = { filename: basename(file), dryRun: options.dryRun === true }
        const reply = isRefusal(bytes) ? bytes : await client.call('importTerms', { query, bytes })
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true, file)
        if (options.json) printJson({ file, ...reply })
        else {
          for (const { at, form, refusal } of reply.refusals) {
            say(`${at}\t${form}\t${t(`refusals:${refusal.code}`, { ...refusal.params })}`)
          }
          for (const notice of reply.notices) say(noticeWords(notice, t))
          say(t(options.dryRun ? 'terms.wouldImport' : 'terms.imported', { file, count: reply.rows, ...reply }))
        }
        if (reply.refused > 0) terminal().endWith(exitCodes.found)
      }),
    )
}
