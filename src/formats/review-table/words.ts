import en from '../../../locales/en/review-table.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/review-table.json' with { type: 'json' }

export type WordKey = keyof typeof en

const words: Readonly<Record<'zh' | 'en', Readonly<Record<WordKey, string>>>> = { zh, en }

/** Words of the table in both languages: those who work on it read one or the other. */
export function worded(
  key: WordKey,
  params: Readonly<Record<string, string>> = {},
): { readonly zh: string; readonly en: string } {
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole)
  return { zh: fill(words.zh[key]), en: fill(words.en[key]) }
}
