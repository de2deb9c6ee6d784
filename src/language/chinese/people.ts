import type { Span } from '../../model/finding.ts'
import { isNeverName } from './not-names.ts'
import { familyLength } from './surnames.ts'
import { titleBeforeName } from './titles.ts'

/** A person named in a Chinese text by family name and given name. */
export interface Person extends Span {
  readonly name: string
}

const han = '[\\u3400-\\u9fff]'
const edge =
  '(?=[，,、。；;：:？?！!（(）)\\s”》]|$|逐一|分别|表示|介绍|指出|强调|回答|出席|主持|到会|到场|讲话|发言|致辞|参加|会见|会谈|宣布|认为|告诉|接受|带领|一行|同志|先生|女士|等|说|在|就|对|率)'
const title = new RegExp(titleBeforeName)
const labelled = new RegExp(`^(${han}{2,4})[：:]`)
const titled = new RegExp(`${titleBeforeName}(${han}{2,4}?)${edge}`, 'g')
const continued = new RegExp(`[、和与](${han}{2,4}?)${edge}`, 'y')

/** Characters that no name has. */
const noName = /[的了是在有不就都把被及从到等们]/

/**
 * The people a text names, known by their shape: who speaks at the beginning of a paragraph (程望舒：), a name after a
 * title (市长程望舒), and those listed after it (副市长顾砚秋、陆青禾). A name begins with a family name; what cannot be told
 * from other words is left out.
 */
export function peopleIn(source: string): readonly Person[] {
  const people: Person[] = []
  const label = labelled.exec(source)?.[1]
  if (label !== undefined && isName(label)) people.push({ name: label, from: 0, to: label.length })
  for (const match of source.matchAll(titled)) {
    let name = match[1] ?? ''
    let from = match.index + match[0].length - name.length
    while (isName(name)) {
      people.push({ name, from, to: from + name.length })
      continued.lastIndex = from + name.length
      const next = continued.exec(source)
      if (next === null) break
      name = next[1] ?? ''
      from = next.index + 1
    }
  }
  return people
}

function isName(name: string): boolean {
  const family = familyLength(name)
  const given = name.length - family
  return family > 0 && (given === 1 || given === 2) && !noName.test(name) && !isNeverName(name) && !title.test(name)
}
