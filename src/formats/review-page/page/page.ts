import { answersId, recordId, wordsId } from '../json-element.ts'
import type { ReviewRecord } from '../record.ts'
import type { words } from '../words.ts'
import { openAnswers } from './answers.ts'
import { button, byId, element } from './elements.ts'
import { offerFields, type Say } from './rows.ts'

/**
 * What the script adds to the page of an outside review: fields beside the sentences, the language of its own words, and
 * a button that saves the page with what was written. It reads nothing but the page and sends nothing.
 */
const pristine = document.documentElement.outerHTML
const record: ReviewRecord = JSON.parse(byId(recordId).textContent ?? '')
const told: typeof words & { about: Record<'reviewer' | 'sender' | 'day', string> } = JSON.parse(
  byId(wordsId).textContent ?? '',
)
let language: 'en' | 'zh' = navigator.language.startsWith('zh') ? 'zh' : 'en'
let only = false
const say: Say = (key, params = {}) =>
  told[language][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))

const status = element('p', { role: 'status' })
const notice = element('p', { role: 'status', class: 'notice' })
const answers = openAnswers(byId(answersId), `duizhao-review/${record.review}`, () => {
  notice.hidden = false
})
notice.hidden = answers.isSaved()
const bar = element('div', { class: 'bar' })
document.body.append(bar)

function count(): void {
  const { english, comment } = answers.counts()
  const nothing = english + comment === 0
  const saved = nothing ? '' : ` · ${say(answers.isSaved() ? 'saved' : 'unsaved')}`
  status.textContent = (nothing ? say('nothing') : say('count', { suggestions: english, comments: comment })) + saved
  if (only) showOnly()
}

function showOnly(): void {
  for (const { id } of record.rows) {
    const item = document.getElementById(id)
    const written = answers.of(id)
    if (item !== null) item.hidden = only && written.english === undefined && written.comment === undefined
  }
}

function save(): void {
  const page = new DOMParser().parseFromString(`<!doctype html>${pristine}`, 'text/html')
  const holder = page.getElementById(answersId)
  if (holder === null) return
  holder.textContent = answers.json()
  const file = new Blob([`<!doctype html>\n${page.documentElement.outerHTML}\n`], { type: 'text/html' })
  const address = URL.createObjectURL(file)
  const name = `${document.title} · ${say('fileName')}`.replace(/[\\/:*?"<>|]/g, ' ')
  element('a', { href: address, download: `${name}.html` }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  answers.saved()
  count()
}

/** Everything that the page says itself, in the language of the moment. */
function write(): void {
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  const hasCodes = record.rows.some(({ codes }) => codes.length > 0)
  const about = byId('about')
  about.lang = lang
  about.replaceChildren(
    element('p', { class: 'for' }, say('for', told.about)),
    element('p', {}, say('how'), ' ', hasCodes ? say('codes') : ''),
    notice,
  )
  notice.textContent = say('restored')
  bar.lang = lang
  const filter = button(say(only ? 'all' : 'only'), () => {
    only = !only
    filter.textContent = say(only ? 'all' : 'only')
    showOnly()
  })
  const other = button(say('language'), () => {
    language = language === 'zh' ? 'en' : 'zh'
    write()
    bar.querySelector<HTMLElement>('.other')?.focus()
  })
  other.className = 'other'
  other.lang = language === 'zh' ? 'en' : 'zh-CN'
  const saver = button(say('save'), save)
  saver.className = 'save'
  bar.replaceChildren(status, filter, other, saver)
  offerFields(record.rows, answers, say, count)
  for (const acts of document.querySelectorAll<HTMLElement>('.acts')) acts.lang = lang
  for (const english of document.querySelectorAll<HTMLElement>('.en, .none')) {
    if (english.className === 'en' && english.textContent !== '') continue
    english.className = 'none'
    english.lang = lang
    english.textContent = say('noEnglish')
  }
  count()
}

write()
addEventListener('beforeunload', (event) => {
  if (!answers.isSaved()) event.preventDefault()
})
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  save()
})
