import type { Command } from 'commander'
import type { TFunction } from 'i18next'

/** The command `terms`, made by the first of its subcommands. */
export function termsGroup(program: Command, t: TFunction): Command {
  return (
    program.commands.find((command) => command.name() === 'terms') ??
    program.command('terms').description(t('terms.description'))
  )
}
