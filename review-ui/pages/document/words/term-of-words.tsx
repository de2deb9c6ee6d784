import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryPair } from '../../../../src/model/match.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useRemote } from '../../../interaction/use-remote.ts'
import { ImpactLine } from '../../glossary/impact-line.tsx'
import { TermDialog } from '../../glossary/term-dialog.tsx'
import { formOfForbidden, formOfWords } from '../logic/term-start.ts'
import { useRoom } from '../room/room-context.tsx'
import type { TermWish } from './term-wish.ts'

/**
 * Writes a term of words of a sentence in the form of the glossary, and tells what came of it. `onClose`: whether a term
 * was saved whose effect is still shown.
 */
export function TermOfWords({
  wish,
  sentence,
  here,
  onClose,
}: {
  wish: TermWish
  /** The Chinese of the sentence. */
  sentence: string
  /** Sentences of this document with their English. */
  here: () => readonly Pick<MemoryPair, 'source' | 'target'>[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const terms = useRemote('terms', (signal) => call('terms', { signal }))
  const chosen = wish.type === 'add' ? wish.source || wish.target : ''
  const isOpen = wish.type === 'forbid' || chosen === '' || (wish.source !== '' && wish.target !== '')
  const found = useRemote(isOpen ? null : chosen, (signal) => call('concordance', { query: { text: chosen }, signal }))
  const [saved, setSaved] = useState<string | null>(null)
  const view = terms.data
  const pairs = found.data?.pairs ?? null
  const asked = isOpen || pairs !== null || found.failure !== null
  const start = useMemo(() => {
    if (!asked) return null
    if (wish.type === 'forbid') return formOfForbidden(wish.term, wish.english)
    return formOfWords(wish, sentence, pairs === null ? [] : [...pairs, ...here()])
  }, [asked, wish, sentence, pairs, here])
  if (terms.failure !== null) return <FailureNotice failure={terms.failure} />
  if (view === null || start === null) return <p role="status">{t('common.loading')}</p>
  const term = view.terms.find(({ id }) => id === (saved ?? (wish.type === 'forbid' ? wish.term.id : '')))
  const count = view.changes[term?.id ?? '']?.count ?? 0
  if (saved !== null) {
    return (
      <Notice
        aside={
          <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        }
      >
        <p>{t('chosen.saved', { form: term?.source[0] ?? '' })}</p>
        <ImpactLine term={saved} count={count} />
      </Notice>
    )
  }
  return (
    <TermDialog
      at={wish.type === 'forbid' && term !== undefined ? { term, count } : null}
      start={start}
      view={view}
      mayDecide={mayDo(me, 'decide-term')}
      onTerms={terms.replace}
      onClose={(id) => (id === null ? onClose() : setSaved(id))}
    />
  )
}
