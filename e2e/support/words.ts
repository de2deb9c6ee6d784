import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

const folder = join(import.meta.dirname, '../../locales')
const namespaces = ['ui', 'refusals', 'notices', 'findings', 'publishing', 'told'] as const
const read = (language: Language, namespace: string) =>
  JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8'))

const words = i18next.createInstance()
await words.init({
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(namespaces.map((namespace) => [namespace, read(language, namespace)])),
    ]),
  ),
  lng: 'en',
  fallbackLng: false,
  ns: [...namespaces],
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
})

/**
 * The words the room shows for a key (`signOff.sign`, `refusals:not-signed`), so that a story follows what people read
 * when the words are put better. A key that has none fails.
 */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}, lng: Language = 'en'): string {
  if (!words.exists(key, { lng, ...params })) throw new Error(`no words for ${key} in ${lng}`)
  return words.t(key, { lng, ...params })
}
