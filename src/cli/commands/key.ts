import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { isRefusal } from '../../model/refusal.ts'
import type { Tell } from '../../server/notices.ts'
import { databaseOf, isWorkspace } from '../at-workspace.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

/** `key replace`: another signing key takes the place of the present one. The server must not be running. */
export function keyCommand(
  program: Command,
  t: TFunction,
  {
    log,
    folder,
    login,
    environment,
  }: {
    readonly log: Tell
    readonly folder: () => string
    readonly login: () => string | undefined
    readonly environment: NodeJS.ProcessEnv
  },
): void {
  program
    .command('key')
    .description(t('key.description'))
    .command('replace')
    .description(t('key.replace'))
    .option('--lost', t('option.lost'))
    .option('--json', t('option.json'))
    .action(async ({ lost, json }: { lost?: true; json?: true }) => {
      const workspace = folder()
      if (!isWorkspace(workspace)) {
        tell(t('workspace.none', { workspace }))
        return terminal().endWith(exitCodes.usage)
      }
      // Loaded only here: few commands need the stores.
      const { replaceSigningKey } = await import('../../server/replace-key.ts')
      const replaced = await replaceSigningKey(workspace, {
        lost: lost === true,
        login: login(),
        tell: log,
        ...databaseOf(environment),
      })
      if (isRefusal(replaced)) return printRefusal(t, replaced, json === true)
      if (json) return printJson(replaced)
      say(t('key.made', { ...replaced }))
      say(t(replaced.signed ? 'key.signed' : 'key.unsigned', { ...replaced }))
    })
}
