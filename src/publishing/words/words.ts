import en from '../../../locales/en/publishing.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/publishing.json' with { type: 'json' }
import type { Edition } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Bilingual } from './dates.ts'

export type WordKey = keyof typeof en
type Params = Readonly<Record<string, string | number | Bilingual>>

const words: Readonly<Record<'zh' | 'en', Readonly<Record<WordKey, string>>>> = { zh, en }

/** The words of pages, in the languages of one edition. */
export interface Words {
  readonly edition: Edition
  /** A label: the languages side by side. */
  label(key: WordKey, params?: Params): Html
  /** Sentences: a paragraph for each language. */
  paragraphs(key: WordKey, params?: Params): Html
  /** A text that is available in both languages, side by side as a label. */
  bilingual(text: Bilingual): Html
  /** For attributes, whose language is always that of the page. */
  attribute(key: WordKey, params?: Params): string
}

export function wordsOf(edition: Edition): Words {
  const both = (text: Bilingual, between: Html): Html =>
    edition === 'both'
      ? html`<span lang="zh-Hans">${text.zh}</span>${between}<span lang="en">${text.en}</span>`
      : html`${text[edition]}`
  return {
    edition,
    label: (key, params) => both(worded(key, params), html` `),
    paragraphs: (key, params) => {
      const text = worded(key, params)
      return edition === 'both'
        ? html`<p lang="zh-Hans">${text.zh}</p><p lang="en">${text.en}</p>`
        : html`<p>${text[edition]}</p>`
    },
    bilingual: (text) => both(text, html` `),
    attribute: (key, params) => worded(key, params)[edition === 'zh' ? 'zh' : 'en'],
  }
}

/**
 * The words of a key in both languages, with its `{{name}}` filled in. Not by i18next, which the room and the terminal
 * use: it took 45 µs a word where this takes 0.4, three times the rendering of a page, and these words have no plurals.
 */
export function worded(key: WordKey, params: Params = {}): Bilingual {
  return { zh: fill('zh', key, params), en: fill('en', key, params) }
}

function fill(language: 'zh' | 'en', key: WordKey, params: Params): string {
  return words[language][key].replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return placeholder
    if (typeof value === 'number') return language === 'en' ? value.toLocaleString('en') : String(value)
    return typeof value === 'string' ? value : value[language]
  })
}
