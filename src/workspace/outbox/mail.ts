import type { OutboxEvent } from '../../model/event.ts'
import type { MailDelivery } from '../../model/notice.ts'
import { type PlannedMail, plannedMails } from '../../review/telling/mail-times.ts'
import { isDue, nextMailTry } from '../../review/telling/retry.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import { allChoices, choicesOf } from './choices.ts'
import { mailServer } from './mail-settings.ts'
import { mailText } from './mail-text.ts'
import { shownNotices } from './notices.ts'

/** Puts what is due into e-mails, one for each person, and says when there is more to put; null for never. */
export async function queueMails(workspace: Workspace): Promise<string | null> {
  if (!(await mailServer(workspace)).on) return null
  const { clock, digest } = workspace.world
  const { timeZone } = await workspaceSettings(workspace)
  const choices = await allChoices(workspace)
  const people = (await workspace.people.read()).state.people
  const reachable = new Set(people.filter(({ id, active }) => active && choices[id]?.address).map(({ id }) => id))
  const planned = (state: Parameters<typeof plannedMails>[0]) =>
    plannedMails(state, timeZone).filter(({ person }) => reachable.has(person))
  const { notices } = (await workspace.outbox.read()).state
  const now = clock()
  const next = planned(notices).flatMap(({ due }) => (due > now ? [due] : []))
  if (planned(notices).some(({ due }) => due <= now)) {
    await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] =>
      planned(state.notices)
        .filter(({ due }) => due <= now)
        .map((mail) => ({ type: 'mail-queued', v: 1, mail: queued(mail, digest) })),
    )
  }
  return next.sort()[0] ?? null
}

function queued({ person, notices, digest: isDigest }: PlannedMail, digest: Workspace['world']['digest']) {
  const ids = notices.map(({ id }) => id)
  return { id: `mail_${digest(`${person} ${ids.join(' ')}`).slice(0, 32)}`, person, notices: ids, digest: isDigest }
}

/** The e-mails that can be tried now, the oldest first, and when the next can be. */
export async function dueMails(
  workspace: Workspace,
): Promise<{ readonly due: readonly MailDelivery[]; readonly next: string | null }> {
  if (!(await mailServer(workspace)).on) return { due: [], next: null }
  const { mails } = (await workspace.outbox.read()).state.notices
  const now = workspace.world.clock()
  const waiting = [...mails.values()].flatMap((mail) => (mail.next === null ? [] : [{ mail, next: mail.next }]))
  const later = waiting.filter(({ next }) => !isDue(next, now)).map(({ next }) => next)
  return { due: waiting.filter(({ next }) => isDue(next, now)).map(({ mail }) => mail), next: later.sort()[0] ?? null }
}

/**
 * Sends an e-mail and records what came of it before another is sent. Of one that was taken and not recorded, since the
 * process was killed between, the same is sent again under the same Message-ID.
 */
export async function sendMail(workspace: Workspace, id: string, room: string, signal: AbortSignal): Promise<void> {
  const server = await mailServer(workspace)
  const mail = (await workspace.outbox.read()).state.notices.mails.get(id)
  if (!server.on || mail === undefined) return
  const { clock, chance } = workspace.world
  const choices = await choicesOf(workspace, mail.person)
  const { state: people } = await workspace.people.read()
  const isThere = people.people.some(({ id: person, active }) => person === mail.person && active)
  const notices = isThere && choices.address !== '' ? await shownNotices(workspace, mail) : []
  const outcome =
    notices.length === 0
      ? // Nobody is there to be told, or nothing is left to tell.
        ({ type: 'failed', fault: 'recipient-refused', status: 550 } as const)
      : await workspace.world.sendMail(
          {
            server,
            to: choices.address,
            id,
            at: mail.since,
            ...mailText(notices, mail.digest, choices.language, room),
          },
          signal,
        )
  const now = clock()
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    const present = state.notices.mails.get(id)
    if (present === undefined) return []
    const next = nextMailTry(present, outcome, { now, random: chance.random() })
    return [{ type: 'mail-tried', v: 1, mail: id, outcome, next }]
  })
}
