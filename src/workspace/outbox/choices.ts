import { tableOf } from '../../model/names.ts'
import { isMailAddress, type NoticeChoices, type NoticeTopic, noticeTopics, usualChoices } from '../../model/notice.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { storedChoices } from '../../schemas/notice.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { readStored } from '../core/stored.ts'

/** The turn in which choices are changed, and where they are stored. */
const choicesName = 'notice-choices'

/** What people chose, by their ids; whoever is missing has chosen nothing. */
export async function allChoices({
  world,
}: Pick<Workspace, 'world'>): Promise<Readonly<Record<string, NoticeChoices>>> {
  return (await readStored(world.settings, choicesName, storedChoices)) ?? {}
}

/** What one person chose. */
export async function choicesOf(workspace: Pick<Workspace, 'world'>, person: string): Promise<NoticeChoices> {
  return (await allChoices(workspace))[person] ?? usualChoices
}

/** Sets what the actor is told, and how. Refuses an address that is none. */
export async function changeChoices(
  workspace: Workspace,
  actor: Person,
  choices: NoticeChoices,
): Promise<{ readonly choices: NoticeChoices } | Refusal> {
  const refused = await admit(workspace, actor, 'read')
  if (isRefusal(refused)) return refused
  const address = choices.address.trim()
  if (address !== '' && !isMailAddress(address)) return refuse('bad-request', { place: 'address' })
  const ways = tableOf<NoticeTopic, NoticeChoices['ways'][NoticeTopic]>(noticeTopics, (topic) => choices.ways[topic])
  const kept: NoticeChoices = { address, language: choices.language, ways }
  await workspace.turns.take(choicesName, async () => {
    await workspace.world.settings.set(choicesName, { ...(await allChoices(workspace)), [actor.id]: kept })
  })
  return { choices: kept }
}

/** Forgets what these people chose, their addresses among it. */
export async function forgetChoices(workspace: Workspace, people: ReadonlySet<string>): Promise<void> {
  await workspace.turns.take(choicesName, async () => {
    const all = Object.entries(await allChoices(workspace))
    const kept = all.filter(([person]) => !people.has(person))
    if (kept.length < all.length) await workspace.world.settings.set(choicesName, Object.fromEntries(kept))
  })
}
