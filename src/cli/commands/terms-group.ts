import type { Command } from 'commander'
import type { TFunction } from 'i18next'

/** The commands under `terms`, made by whichever is set up first. */
export function termsGroup(program: Command, t: TFunction): Command {
  return (
    program.commands.find((command) => command.name() === 'terms') ??
    program.command('terms').description(t('terms.description'))
  )
}
