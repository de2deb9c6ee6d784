import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { recall, remember } from './shell/remember.ts'
import type { words as enWords } from './words/en.ts'

export type Language = 'zh-CN' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: {
      ui: (typeof enWords)['ui']
      findings: Record<string, string>
      notices: Record<string, string>
      refusals: Record<string, string>
      told: Record<string, string>
    }
  }
}

const namespaces = ['ui', 'findings', 'notices', 'refusals', 'told'] as const

/** The words of a language, each a part of the script of its own. */
const wordsOf = {
  en: async () => (await import('./words/en.ts')).words,
  'zh-CN': async () => (await import('./words/zh-cn.ts')).words,
} satisfies Record<Language, () => Promise<Record<(typeof namespaces)[number], object>>>

async function loadWords(language: Language): Promise<void> {
  const words = await wordsOf[language]()
  for (const namespace of namespaces) i18next.addResourceBundle(language, namespace, words[namespace])
}

function firstLanguage(): Language {
  const chosen = recall('language')
  if (chosen === 'en' || chosen === 'zh-CN') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Starts with the words at hand, so that nothing is ever shown without them. */
export async function startWords(): Promise<void> {
  const language = firstLanguage()
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    lng: language,
    // Every language has all words: a test sees to it.
    fallbackLng: false,
    resources: {},
    ns: namespaces,
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
  })
  await loadWords(language)
}

/** Changes the language of the page; false where its words did not come, and the page stays as it is. */
export async function changeLanguage(language: Language): Promise<boolean> {
  try {
    await loadWords(language)
  } catch {
    return false
  }
  remember('language', language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
  return true
}

export function currentLanguage(): Language {
  return i18next.language === 'zh-CN' ? 'zh-CN' : 'en'
}
