import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { isRefusal } from '../../model/refusal.ts'
import type { Tell } from '../../server/notices.ts'
import { databaseOf, isWorkspace } from '../at-workspace.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

interface Options {
  readonly to?: string | true
  readonly from?: string | true
  readonly json?: true
}

/** `move`: the journals and settings of a workspace go into a PostgreSQL, or come back from there. No server may be running. */
export function moveCommand(
  program: Command,
  t: TFunction,
  {
    log,
    folder,
    environment,
  }: { readonly log: Tell; readonly folder: () => string; readonly environment: NodeJS.ProcessEnv },
): void {
  program
    .command('move')
    .description(t('move.description'))
    .option('--to [url]', t('option.moveTo'))
    .option('--from [url]', t('option.moveFrom'))
    .option('--json', t('option.json'))
    .action(async ({ to, from, json }: Options) => {
      const workspace = folder()
      const named = to ?? from
      const database = typeof named === 'string' ? named : databaseOf(environment).database
      if (named === undefined || (to !== undefined && from !== undefined) || !isDatabase(database)) {
        tell(t('move.which'))
        return terminal().endWith(exitCodes.usage)
      }
      if (!isWorkspace(workspace)) {
        tell(t('workspace.none', { workspace }))
        return terminal().endWith(exitCodes.usage)
      }
      // Loaded only here: few commands need the stores.
      const { moveWorkspace } = await import('../../server/move.ts')
      const direction = to === undefined ? 'from' : 'to'
      const moved = await moveWorkspace(workspace, database, { direction, tell: log })
      if (isRefusal(moved)) return printRefusal(t, moved, json === true)
      if (json) return printJson(moved)
      say(t('move.done', { ...moved }))
      say(t(`move.aside.${direction}`, { ...moved }))
    })
}

function isDatabase(url: string | undefined): url is string {
  return url !== undefined && /^postgres(ql)?:\/\/./.test(url)
}
