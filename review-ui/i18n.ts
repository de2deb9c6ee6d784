import i18next, { type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import enFindings from '../locales/en/findings.json' with { type: 'json' }
import enNotices from '../locales/en/notices.json' with { type: 'json' }
import enRefusals from '../locales/en/refusals.json' with { type: 'json' }
import enUi from '../locales/en/ui.json' with { type: 'json' }
import zhFindings from '../locales/zh-CN/findings.json' with { type: 'json' }
import zhNotices from '../locales/zh-CN/notices.json' with { type: 'json' }
import zhRefusals from '../locales/zh-CN/refusals.json' with { type: 'json' }
import zhUi from '../locales/zh-CN/ui.json' with { type: 'json' }
import { recall, remember } from './shell/remember.ts'

export type Language = 'zh-CN' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: {
      ui: typeof enUi
      findings: Record<string, string>
      notices: Record<string, string>
      refusals: Record<string, string>
    }
  }
}

const resources = {
  en: { ui: enUi, findings: enFindings, notices: enNotices, refusals: enRefusals },
  'zh-CN': { ui: zhUi, findings: zhFindings, notices: zhNotices, refusals: zhRefusals },
} satisfies Resource

function firstLanguage(): Language {
  const chosen = recall('language')
  if (chosen === 'en' || chosen === 'zh-CN') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Starts with the words at hand, so that nothing is ever shown without them. */
export function startWords(): void {
  const language = firstLanguage()
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    ns: ['ui', 'findings', 'notices', 'refusals'],
    defaultNS: 'ui',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

export function changeLanguage(language: Language): void {
  remember('language', language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'zh-CN' ? 'zh-CN' : 'en'
}
