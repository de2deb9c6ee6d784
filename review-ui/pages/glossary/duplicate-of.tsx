import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { preferredRendering } from '../../../src/model/term.ts'
import type { Unreachable } from '../../api.ts'

/** The entry that has the Chinese form already, where that is why a term was refused. */
export function DuplicateOf({ failure, view }: { failure: Refusal | Unreachable; view: TermsView }) {
  const { t } = useTranslation()
  if (failure.type !== 'refusal' || failure.code !== 'term-duplicate') return null
  const term = view.terms.find(({ id }) => id === failure.params.term)
  if (term === undefined) return null
  return (
    <p>
      {t('glossary.form.duplicateOf')}{' '}
      <span className="zh" lang="zh-CN">
        {term.source.join('、')}
      </span>{' '}
      →{' '}
      <span className="en" lang="en">
        {preferredRendering(term)}
      </span>
    </p>
  )
}
