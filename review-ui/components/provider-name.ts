import type { SessionView } from '../../src/contract/views/session.ts'
import { currentLanguage } from '../i18n.ts'

/** What the office calls its provider of sign-in: in the language of the page, else as it is there, else its host. */
export function providerName({ label, host }: NonNullable<SessionView['provider']>): string {
  const [first, second] = currentLanguage() === 'zh-CN' ? [label.zh, label.en] : [label.en, label.zh]
  return first || second || host
}
