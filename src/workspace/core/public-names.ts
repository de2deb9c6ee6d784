import type { People } from '../../model/people.ts'
import type { PublishingSettings } from '../../model/settings.ts'
import { worded } from '../../publishing/words/words.ts'
import { nameOf } from './lookup.ts'

/** What somebody did to a published text. */
export type PublishedAct = 'translator' | 'reviser' | 'approver'

/** How a person who did something is called where it is published: by name, or by what they did. */
export type PublicName = (person: string, act: PublishedAct) => string

export function publicNames(people: People, { names }: PublishingSettings): PublicName {
  return (person, act) => (names === 'people' ? nameOf(people, person) : roleName(act))
}

/** Written once into a release or a signature, which all readers share: in both languages. */
function roleName(act: PublishedAct): string {
  const { zh, en } = worded(`role-${act}`)
  return `${zh} ${en}`
}
