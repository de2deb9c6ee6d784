import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import type { ReturnsView } from '../../contract/views/returns.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

interface Options {
  readonly take?: true
  readonly confirm?: true
  readonly json?: true
}

/**
 * `return DOCUMENT FILE`: what would become of a document that went out as a file and was worked on elsewhere; with
 * `--take` it is taken as edits of the person whom `--as` names, who signs in for that with the password.
 */
export function returnCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('return')
    .argument('<document>', t('argument.document'))
    .argument('<file>', t('argument.file'))
    .description(t('return.description'))
    .option('--take', t('return.option.take'))
    .option('--confirm', t('return.option.confirm'))
    .option('--json', t('option.json'))
    .action((document: string, file: string, options: Options, command: Command) => {
      const { as: login } = program.opts<{ as?: string }>()
      if (options.take && login === undefined) return command.error(t('return.whose'))
      if (options.confirm && !options.take) return command.error(t('return.confirmAlone'))
      return at(options, (client) => takeBack(client, { document, file, login: login ?? '' }, options, t))
    })
}

async function takeBack(
  client: Client,
  { document, file, login }: { readonly document: string; readonly file: string; readonly login: string },
  { take, confirm, json = false }: Omit<Options, 'json'> & { readonly json?: boolean },
  t: TFunction,
): Promise<void> {
  const bytes = await readInput(file)
  if (isRefusal(bytes)) return printRefusal(t, bytes, json, file)
  const filename = basename(file)
  const call = { params: { document }, bytes }
  const view = await client.call('lookAtReturns', { ...call, query: { filename } })
  if (isRefusal(view)) return printRefusal(t, view, json, file)
  if (!json) tellView(view, file, t)
  if (take) {
    const password = await terminal().secret(t('return.password', { login }))
    const query = { filename, confirm: confirm ? ('yes' as const) : ('no' as const) }
    const taken = await client.inSession(password, (session) => session.call('takeReturns', { ...call, query }))
    if (isRefusal(taken)) return printRefusal(t, taken, json, file)
    if (json) printJson({ file, ...view, taken })
    else tell(t('return.taken', { ...taken }))
  } else if (json) printJson({ file, ...view })
  if (view.counts.problems > 0) terminal().endWith(exitCodes.found)
}

function tellView(
  { counts, changes, comments, problems, notices, more }: ReturnsView,
  file: string,
  t: TFunction,
): void {
  for (const { type, segment, now, target, errors } of changes) {
    const mark = errors.length > 0 ? `${t(`return.change.${type}`)}, ${t('return.error')}` : t(`return.change.${type}`)
    say(`${mark}\t${segment}\t${type === 'confirm' ? target : `${now} → ${target}`}`)
  }
  for (const { segment, text } of comments) say(`${t('return.comment')}\t${segment}\t${text}`)
  for (const { type, segment, source, target } of problems) {
    say(`${t(`return.problem.${type}`)}\t${segment}\t${source}${target === '' ? '' : ` = ${target}`}`)
  }
  if (more > 0) tell(t('return.more', { count: more }))
  tellNotices(notices, t, file)
  tell(t('return.counted', { file, ...counts }))
}
