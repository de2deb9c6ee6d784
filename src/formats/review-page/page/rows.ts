import type { ReviewRecord } from '../record.ts'
import type { Words } from '../words.ts'
import type { Answers } from './answers.ts'
import { button, element } from './elements.ts'

export type Say = (key: keyof Words, params?: Readonly<Record<string, string | number>>) => string

interface Field {
  readonly part: 'english' | 'comment'
  readonly label: 'english' | 'about'
  readonly open: 'suggest' | 'comment'
}

const fields: readonly Field[] = [
  { part: 'english', label: 'english', open: 'suggest' },
  { part: 'comment', label: 'about', open: 'comment' },
]

/** What the reviewer may do with each sentence: a field for other English and one for a word about it, opened by a button. */
export function offerFields(rows: ReviewRecord['rows'], answers: Answers, say: Say, changed: () => void): void {
  rows.forEach((row, index) => {
    const item = document.getElementById(row.id)
    if (item === null) return
    item.querySelector('.acts')?.remove()
    const acts = element('div', { class: 'acts' })
    for (const field of fields) acts.append(fieldOf(row, index + 1, field, answers, say, changed))
    item.append(acts)
  })
}

function fieldOf(
  { id, target }: ReviewRecord['rows'][number],
  number: number,
  { part, label, open }: Field,
  answers: Answers,
  say: Say,
  changed: () => void,
): HTMLElement {
  const begin = part === 'english' ? target : ''
  const place = element('div', { class: part })
  const opener = button(say(open), () => {
    const quoted = part === 'comment' ? quotedIn(id) : ''
    show(begin + quoted, begin + quoted).focus()
  })
  // What is selected stays so while the button is pressed.
  opener.addEventListener('mousedown', (event) => event.preventDefault())
  opener.setAttribute('aria-label', `${say(open)}: ${number}`)

  function close(): void {
    answers.write(id, part, '')
    place.replaceChildren(opener)
    opener.focus()
    changed()
  }

  /** `before` is what stands there of itself, and is nothing that the reviewer wrote. */
  function show(text: string, before: string): HTMLTextAreaElement {
    const area = element('textarea', { lang: part === 'english' ? 'en' : '' })
    area.value = text
    area.addEventListener('input', () => {
      // What is as it went out is no suggestion.
      answers.write(id, part, area.value === before ? '' : area.value)
      changed()
    })
    const back = button(say('clear'), close)
    back.setAttribute('aria-label', `${say('clear')}: ${say(label, { number })}`)
    place.replaceChildren(element('label', {}, say(label, { number }), area), back)
    return area
  }

  const written = answers.of(id)[part]
  if (written === undefined) place.append(opener)
  else show(written, begin)
  return place
}

/** The words of a sentence that are selected in the page, in quotation marks, for the comment to begin with. */
function quotedIn(id: string): string {
  const chosen = getSelection()
  const item = document.getElementById(id)
  const words = chosen?.toString().trim() ?? ''
  const isHere = item?.contains(chosen?.anchorNode ?? null) && item.contains(chosen?.focusNode ?? null)
  return isHere && words !== '' ? `“${words}” ` : ''
}
