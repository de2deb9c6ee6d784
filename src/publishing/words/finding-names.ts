import en from '../../../locales/en/finding-names.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/finding-names.json' with { type: 'json' }
import type { FindingCode } from '../../model/finding.ts'
import type { Bilingual } from './dates.ts'

/** A code without a name in both languages does not compile. */
const names: Readonly<Record<keyof Bilingual, Readonly<Record<FindingCode, string>>>> = { zh, en }

/** The name of a kind of finding on a page; null for an unknown code, such as one of an older version. */
export function findingName(code: string): Bilingual | null {
  return isKnown(code) ? { zh: names.zh[code], en: names.en[code] } : null
}

function isKnown(code: string): code is FindingCode {
  return Object.hasOwn(names.en, code)
}
