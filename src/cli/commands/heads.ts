import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { headOf } from '../../review/heads.ts'
import { inspectWorkspace } from '../inspected-ledger.ts'
import { exitCodes, printJson, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

interface Where {
  readonly folder: () => string
  readonly environment: NodeJS.ProcessEnv
}

/**
 * `heads`: the last entry of every journal, for whoever keeps it outside the workspace. Reads alone, so that it
 * may run beside the server. Prints nothing of a damaged journal.
 */
export function headsCommand(program: Command, t: TFunction, { folder, environment }: Where): void {
  program
    .command('heads')
    .description(t('heads.description'))
    .option('--json', t('option.json'))
    .action(async ({ json }: { json?: true }) => {
      const workspace = folder()
      const journals = await inspectWorkspace(workspace, environment)
      const heads = journals.flatMap(({ name, entries, damage }) => {
        const head = damage.length === 0 ? headOf(name, entries.at(-1)) : null
        return head ? [head] : []
      })
      const damaged = journals.filter(({ damage }) => damage.length > 0)
      if (json) printJson({ type: 'duizhao-heads', v: 1, at: new Date().toISOString(), heads })
      else for (const { name, length, hash } of heads) say(`${name} ${length} ${hash}`)
      for (const { name } of damaged) tell(t('heads.damaged', { name }))
      if (journals.length === 0) tell(t('verify.nothing', { place: workspace }))
      if (damaged.length > 0 || journals.length === 0) terminal().endWith(exitCodes.found)
    })
}
