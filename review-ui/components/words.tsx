import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../src/model/refusal.ts'

type Coded = { readonly code: string; readonly params?: Readonly<Record<string, string>> | undefined }

/** The words for refusals and findings, by their codes. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const coded = (ns: 'refusals' | 'findings', { code, params = {} }: Coded): string => {
    if (!i18n.exists(code, { ns })) return code
    return i18n.t(code, { ns, ...params })
  }
  return {
    refusal: (refusal: Coded) => coded('refusals', refusal),
    finding: (finding: Coded) => coded('findings', finding),
    /** What to say of a call that did not do what was asked. */
    failure: (outcome: Refusal | { readonly type: 'unreachable' }) =>
      outcome.type === 'unreachable' ? t('common.unreachable') : coded('refusals', outcome),
  }
}
