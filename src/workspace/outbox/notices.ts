import type { NoticesView, NoticeView } from '../../contract/views/notices.ts'
import type { OutboxEvent } from '../../model/event.ts'
import type { HeldNotice, Mail } from '../../model/notice.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { admit, nameOf, refusalOfDamage } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { choicesOf } from './choices.ts'
import { mailServer } from './mail-settings.ts'

/** Notices that a page lists, the newest. */
const most = 200

/** What the actor was told, the newest first, and what they chose. */
export async function viewNotices(workspace: Workspace, actor: Person): Promise<NoticesView | Refusal> {
  const held = await heldBy(workspace, actor)
  if (isRefusal(held)) return held
  const { notices, people } = held
  const newest = notices.slice(-most).toReversed()
  return {
    notices: await shown(workspace, newest, people),
    unread: notices.filter(({ read }) => !read).length,
    choices: await choicesOf(workspace, actor.id),
    mail: (await mailServer(workspace)).on,
  }
}

/** How many notices the actor has not seen. */
export async function countNotices(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly unread: number } | Refusal> {
  const held = await heldBy(workspace, actor)
  return isRefusal(held) ? held : { unread: held.notices.filter(({ read }) => !read).length }
}

/** Records that the actor has seen notices; of those that they do not have or have seen, nothing. */
export async function readNotices(
  workspace: Workspace,
  actor: Person,
  { notices: ids }: { readonly notices: readonly string[] },
): Promise<{ readonly unread: number } | Refusal> {
  const refused = await admit(workspace, actor, 'read')
  if (isRefusal(refused)) return refused
  const asked = new Set(ids)
  const written = await workspace.outbox.write(actor.id, ({ state }): readonly OutboxEvent[] => {
    const mine = state.notices.held.get(actor.id) ?? []
    const unseen = mine.filter(({ id, read }) => !read && asked.has(id)).map(({ id }) => id)
    return unseen.length === 0 ? [] : [{ type: 'notices-read', v: 1, person: actor.id, notices: unseen }]
  })
  return isRefusal(written) ? written : countNotices(workspace, actor)
}

/** The notices of an e-mail as they are now. */
export async function shownNotices(
  workspace: Workspace,
  { person, notices: ids }: Pick<Mail, 'person' | 'notices'>,
): Promise<readonly NoticeView[]> {
  const wanted = new Set(ids)
  const { state } = await workspace.outbox.read()
  const mine = (state.notices.held.get(person) ?? []).filter(({ id }) => wanted.has(id))
  return shown(workspace, mine, (await workspace.people.read()).state)
}

async function heldBy(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly notices: readonly HeldNotice[]; readonly people: People } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const page = await workspace.outbox.read().catch(refusalOfDamage)
  if (isRefusal(page)) return page
  const present = new Set((await workspace.outlines.present()).map(({ id }) => id))
  const held = page.state.notices.held.get(actor.id) ?? []
  return { notices: held.filter(({ document }) => present.has(document)), people }
}

/** With the names and titles that people and documents have now; without those of documents that were deleted or cannot be read. */
async function shown(
  workspace: Workspace,
  notices: readonly HeldNotice[],
  people: People,
): Promise<readonly NoticeView[]> {
  const titles = new Map((await workspace.outlines.present()).map(({ id, title }) => [id, title]))
  return notices.flatMap(({ mail: _, from: _from, to: _to, by, ...notice }): readonly NoticeView[] => {
    const title = titles.get(notice.document)
    return title === undefined ? [] : [{ ...notice, title, name: nameOf(people, by ?? 'system') }]
  })
}
