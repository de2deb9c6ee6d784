import type { MailView } from '../../contract/views/notices.ts'
import { isMailAddress, type MailServer } from '../../model/notice.ts'
import type { DeliveryTry } from '../../model/outbox.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { type StoredMailServer, storedMailServer } from '../../schemas/notice.ts'
import { admit, nameOf, refusalOfDamage } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { mailName } from '../core/outbox-bell.ts'
import { readStored } from '../core/stored.ts'
import { testMailText } from './mail-text.ts'

const initial: StoredMailServer = { on: false, host: '', port: 587, tls: 'starttls', user: '', from: '' }

/** The server with its password: for whoever sends, never for a page. */
export async function mailServer({ world }: Pick<Workspace, 'world'>): Promise<StoredMailServer> {
  return (await readStored(world.settings, mailName, storedMailServer)) ?? initial
}

/** The server without its password, and how e-mail is going. */
export async function viewMail(workspace: Workspace, actor: Person): Promise<MailView | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  const page = await workspace.outbox.read().catch(refusalOfDamage)
  if (isRefusal(page)) return page
  const { password, ...server } = await mailServer(workspace)
  const { mails, sent, failingSince } = page.state.notices
  const all = [...sent, ...mails.values()].toReversed()
  return {
    server,
    passwordSet: password !== undefined,
    waiting: mails.size,
    failingSince,
    mails: all.slice(0, 20).map(({ person, notices, since, tries, last, next, state }) => {
      return { name: nameOf(people, person), notices: notices.length, since, tries, last, next, state }
    }),
  }
}

/** A server as an administrator sets it. Without `password` the stored one stays, if it goes where it went and no less safely; '' removes it. */
export type MailChange = MailServer & { readonly password?: string | undefined }

/** Sets the server. What waits is tried with it at once; turned off, nothing waits any more. Refuses what cannot be a server. */
export async function changeMail(
  workspace: Workspace,
  actor: Person,
  { password, ...change }: MailChange,
): Promise<MailView | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  const server = { ...change, host: change.host.trim(), user: change.user.trim(), from: change.from.trim() }
  const wrong = server.on ? refusalOf(server) : null
  if (wrong) return wrong
  await workspace.turns.take(mailName, async () => {
    const before = await mailServer(workspace)
    const kept = password ?? (keepsPassword(before, server) ? before.password : undefined)
    await workspace.world.settings.set(mailName, { ...server, ...(kept && { password: kept }) })
  })
  const event = server.on ? 'mail-resumed' : 'mail-stopped'
  const written = await workspace.outbox.write(actor.id, () => [{ type: event, v: 1 }])
  workspace.bell.ring()
  return isRefusal(written) ? written : viewMail(workspace, actor)
}

/** Whether the stored password may go to the server as changed: it is never sent elsewhere, nor in the open where it was not. */
function keepsPassword(before: MailServer, after: MailServer): boolean {
  const isSame = before.host === after.host && before.port === after.port && before.user === after.user
  return isSame && (after.tls !== 'none' || before.tls === 'none')
}

function refusalOf({ host, port, from }: MailServer): Refusal | null {
  // A host is a name or an address, and nothing that could be read as anything else.
  if (!/^[A-Za-z0-9.-]{1,253}$|^[0-9A-Fa-f:.]{2,45}$/.test(host)) return refuse('bad-request', { place: 'host' })
  if (port < 1 || port > 65_535) return refuse('bad-request', { place: 'port' })
  return isMailAddress(from) ? null : refuse('bad-request', { place: 'from' })
}

/** Sends one e-mail now, and says what came of it. It is in no list. */
export async function testMail(
  workspace: Workspace,
  actor: Person,
  { address, language }: { readonly address: string; readonly language: 'zh-CN' | 'en' },
): Promise<{ readonly outcome: DeliveryTry } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  if (!isMailAddress(address)) return refuse('bad-request', { place: 'address' })
  const server = await mailServer(workspace)
  const wrong = refusalOf(server)
  if (wrong) return wrong
  const { clock, newId, sendMail } = workspace.world
  const mail = { server, to: address, id: `test_${newId()}`, at: clock(), ...testMailText(language) }
  return { outcome: await sendMail(mail, new AbortController().signal) }
}
