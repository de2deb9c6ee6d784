import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mayDo } from '../../model/permissions.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { loadSample } from '../../workspace/documents/sample.ts'
import { loadGlossary } from '../../workspace/glossary/terms.ts'
import { type Invited, inviteFirstPeople, setUp } from '../../workspace/people/set-up.ts'

const root = join(import.meta.dirname, '../../..')

const samplePending = 'sample-pending'

/**
 * A new workspace gets the shipped glossary, its people and the sample; an old one is left as it is. What a first start
 * cut short has still to bring, the next one brings.
 */
export async function fillWorkspace(workspace: Workspace, settings: Catalogue, sample: boolean): Promise<void> {
  const isNew = (await workspace.people.read()).state.people.length === 0
  if (isNew && sample) await settings.set(samplePending, true)
  const glossary = 'zh-CN_en.csv'
  await loadGlossary(workspace, { filename: glossary, bytes: await readFile(join(root, 'glossary', glossary)) })
  await setUp(workspace, { sample })
  if ((await settings.get(samplePending)) === true) await fillSample(workspace, settings)
}

/** Leaves the sample pending as long as nobody may bring it. */
async function fillSample(workspace: Workspace, settings: Catalogue): Promise<void> {
  const { people } = (await workspace.people.read()).state
  const administrator = people.find((person) => person.active && mayDo(person, 'manage-people'))
  if (!administrator) return
  const read = async (filename: string) => ({ filename, bytes: await readFile(join(root, 'samples', filename)) })
  const loaded = await loadSample(workspace, administrator, {
    document: await read('press-conference.zh.txt'),
    memory: await read('press-conference.tmx'),
    drafts: await readFile(join(root, 'samples/drafts.jsonl')),
  })
  if (isRefusal(loaded)) throw new Error(`the sample was refused: ${loaded.code} ${JSON.stringify(loaded.params)}`)
  await settings.set(samplePending, undefined)
}

/** Over a damaged record of people nobody is invited; all who have a password come in as before. */
export async function invite(workspace: Workspace, whom: 'none' | 'once' | 'again'): Promise<readonly Invited[]> {
  if (whom === 'none') return []
  const { damage } = await workspace.people.read()
  return damage === null ? inviteFirstPeople(workspace, { again: whom === 'again' }) : []
}
