import { type Command, InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import { type Role, roles } from '../../model/people.ts'
import { isRefusal, refuse } from '../../model/refusal.ts'
import { loginKey } from '../../review/people.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import { printJson, printRefusal, say } from '../outcome.ts'

/** `user list`, `user add`, `user link`: the people of the workspace. */
export function userCommands(program: Command, t: TFunction, at: AtWorkspace): void {
  const user = program.command('user').description(t('user.description'))

  user
    .command('list')
    .description(t('user.list'))
    .option('--json', t('option.json'))
    .action((options: { json?: true }) =>
      at(options, async (client) => {
        const reply = await client.call('people')
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        if (options.json) return printJson(reply)
        for (const { login, name, roles: held, active } of reply.people) {
          const words = held.map((role) => t(`role.${role}`)).join(t('list.comma'))
          say(`${login}\t${name}\t${words}${active ? '' : `\t${t('user.inactive')}`}`)
        }
      }),
    )

  user
    .command('add')
    .argument('<login>', t('argument.login'))
    .argument('<name>', t('argument.name'))
    .description(t('user.add'))
    .requiredOption('--roles <roles>', t('option.roles', { roles: roles.join(', ') }), rolesIn)
    .option('--json', t('option.json'))
    .action((login: string, name: string, options: { roles: readonly Role[]; json?: true }) =>
      at({ ...options, makes: true }, async (client, { address }) => {
        const body = { login, name, roles: [...options.roles] }
        const reply = await client.call('addPerson', { body })
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        printLink(new URL(reply.link, address).href, options.json)
      }),
    )

  user
    .command('link')
    .argument('<login>', t('argument.login'))
    .description(t('user.link'))
    .option('--json', t('option.json'))
    .action((login: string, options: { json?: true }) =>
      at(options, async (client, { address }) => {
        const people = await client.call('people')
        if (isRefusal(people)) return printRefusal(t, people, options.json === true)
        const person = people.people.find((candidate) => loginKey(candidate.login) === loginKey(login))
        if (person === undefined) return printRefusal(t, refuse('person-unknown', { login }), options.json === true)
        const reply = await client.call('invite', { params: { person: person.id }, body: {} })
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        printLink(new URL(reply.link, address).href, options.json)
      }),
    )

  function printLink(link: string, json: true | undefined): void {
    if (json) printJson({ link })
    else say(t('user.linkFor', { link }))
  }
}

function rolesIn(text: string): readonly Role[] {
  return text.split(',').map((name) => {
    const role = roles.find((known) => known === name.trim())
    if (role === undefined) throw new InvalidArgumentError(roles.join(', '))
    return role
  })
}
