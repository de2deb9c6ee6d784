import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { isRefusal, refuse } from '../../model/refusal.ts'
import { loginKey } from '../../review/people.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import { printFile, printRefusal } from '../outcome.ts'

/** `person export`: what the workspace has of somebody. */
export function personCommands(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('person')
    .description(t('person.description'))
    .command('export')
    .argument('<person>', t('person.argument'))
    .description(t('person.export'))
    .option('--out <file>', t('option.out'))
    .action((asked: string, options: { out?: string }) =>
      at({}, async (client) => {
        const reply = await client.call('people')
        if (isRefusal(reply)) return printRefusal(t, reply, false)
        const { people } = reply
        const person =
          people.find(({ id }) => id === asked) ?? people.find(({ login }) => loginKey(login) === loginKey(asked))
        if (person === undefined) return printRefusal(t, refuse('person-unknown', { person: asked }), false)
        const bytes = await client.call('exportPersonData', { params: { person: person.id } })
        return isRefusal(bytes) ? printRefusal(t, bytes, false) : printFile(bytes, options.out)
      }),
    )
}
