import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TermFields } from '../../../src/terms/termbase/tidy.ts'
import { call } from '../../api.ts'
import { paused, useRemote } from '../../interaction/use-remote.ts'
import { impactWords } from './impact-words.ts'
import { bodyOf } from './use-term.ts'

/** How long somebody pauses before it is asked what their change would touch. */
const pause = 500

/** What a change would touch, before it is saved; `fields` null while the term is not whole. */
export function ImpactPreview({ id, fields }: { id: string | null; fields: TermFields | null }) {
  const { t } = useTranslation()
  // What keeps the term from being saved is said when somebody saves it.
  const { data: impact } = useRemote(fields && `${id} ${JSON.stringify(fields)}`, async (signal) => {
    await paused(pause, signal)
    if (fields === null || signal.aborted) return { type: 'unreachable' }
    return call('previewTermImpact', { body: { id, term: bodyOf(fields), limit: 0 }, signal })
  })
  return (
    <p className="impact" aria-live="polite">
      {impact !== null && impactWords(t, impact)}
    </p>
  )
}

/** What the last change of a term touches, with the way to the list. `count` is how many changes it has had. */
export function ImpactLine({ term, count }: { term: string; count: number }) {
  const { t } = useTranslation()
  const ask = (signal: AbortSignal) => call('termImpact', { params: { term }, query: { limit: 0 }, signal })
  const { data: impact } = useRemote(term, ask, count)
  return (
    <p className="impact">
      {impact !== null && <span>{impactWords(t, impact)} </span>}
      <Link href={`/glossary/${term}/changes`}>{t('impact.see')}</Link>
    </p>
  )
}
