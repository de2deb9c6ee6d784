import en from '../../../locales/en/review-page.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/review-page.json' with { type: 'json' }

/** Words of the page in both languages: its reviewer reads one or the other, and chooses in the page. */
export const words = { en, zh } as const
export type Words = typeof en
