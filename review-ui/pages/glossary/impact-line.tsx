import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TermImpactView } from '../../../src/contract/views.ts'
import type { TermFields } from '../../../src/terms/termbase/termbase.ts'
import { call } from '../../api.ts'
import { impactWords } from './impact-words.ts'
import { bodyOf } from './use-term.ts'

/** How long somebody pauses before it is asked what their change would touch. */
const pause = 500

/** What a change would touch, before it is saved; `fields` null while the term is not whole. */
export function ImpactPreview({ id, fields }: { id: string | null; fields: TermFields | null }) {
  const { t } = useTranslation()
  const [impact, setImpact] = useState<TermImpactView | null>(null)
  const asked = fields === null ? '' : JSON.stringify(fields)
  useEffect(() => {
    setImpact(null)
    if (asked === '') return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      const body = { id, term: bodyOf(JSON.parse(asked)), limit: 0 }
      const outcome = await call('previewTermImpact', { body, signal: leaving.signal })
      // What keeps the term from being saved is told when somebody saves it.
      if (!leaving.signal.aborted && outcome.type === 'reply') setImpact(outcome.reply)
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [id, asked])
  return (
    <p className="impact" aria-live="polite">
      {impact !== null && impactWords(t, impact)}
    </p>
  )
}

/** What the last change of a term touches, with the way to the list. `count` is how many changes it has had. */
export function ImpactLine({ term, count }: { term: string; count: number }) {
  const { t } = useTranslation()
  const [impact, setImpact] = useState<TermImpactView | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another change is what there is to ask anew.
  useEffect(() => {
    let stale = false
    void call('termImpact', { params: { term }, query: { limit: 0 } }).then((outcome) => {
      if (!stale && outcome.type === 'reply') setImpact(outcome.reply)
    })
    return () => {
      stale = true
    }
  }, [term, count])
  return (
    <p className="impact">
      {impact !== null && <span>{impactWords(t, impact)} </span>}
      <Link href={`/glossary/${term}/changes`}>{t('impact.see')}</Link>
    </p>
  )
}
