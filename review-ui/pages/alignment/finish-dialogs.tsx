import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { type AlignedTexts, pairsOf, rowsOf } from './logic/aligned-texts.ts'
import { confidenceOf, type Links } from './logic/links.ts'

interface FinishProps {
  readonly texts: AlignedTexts
  readonly links: Links
  readonly onStored: () => void
  readonly onClose: () => void
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Takes the pairs that are not in doubt into the memory: unreviewed, or as published English. */
export function IntoMemory({ texts, links, onStored, onClose }: FinishProps) {
  const { t } = useTranslation()
  const sending = useSending()
  const [reviewed, setReviewed] = useState(false)
  const [done, setDone] = useState<Reply<'importPairs'> | null>(null)
  const pairs = pairsOf(texts, links)
  const { chinese, english } = texts
  const send = async () => {
    const reply = await sending.send(call('importPairs', { bytes: bytesOf({ chinese, english, reviewed, pairs }) }))
    if (reply === null) return
    setDone(reply)
    onStored()
  }
  return (
    <Dialog title={t('pair.memory.title')} onClose={onClose}>
      {done ? (
        <div className="stack" role="status">
          <p>
            <b>{t('pair.memory.added', { count: done.added })}</b>{' '}
            {done.present > 0 && t('pair.memory.present', { count: done.present })}{' '}
            {done.differing > 0 && t('pair.memory.differing', { count: done.differing })}
          </p>
          <p>
            <button type="button" className="button primary" onClick={onClose}>
              {t('common.close')}
            </button>
          </p>
        </div>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <fieldset className="choices">
            <legend>{t('pair.memory.countAs')}</legend>
            {([false, true] as const).map((value) => (
              <label key={String(value)}>
                <input type="radio" name="reviewed" checked={reviewed === value} onChange={() => setReviewed(value)} />
                <span>{t(value ? 'pair.memory.reviewed' : 'pair.memory.unreviewed')}</span>
              </label>
            ))}
          </fieldset>
          <FailureNotice failure={sending.failure} />
          <p className="row-of-buttons">
            <button type="submit" className="button primary" disabled={sending.busy}>
              {t('pair.memory.put', { count: pairs.length })}
            </button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

/** Makes a document under review of the whole alignment, and goes there. */
export function AsDocument({ texts, links, onStored, onClose }: FinishProps) {
  const { t } = useTranslation()
  const sending = useSending()
  const [, go] = useLocation()
  const { chinese, english } = texts
  const send = async () => {
    const rows = rowsOf(texts, links)
    const words = { doubtful: t('pair.document.doubtfulNote'), loose: t('pair.document.looseNote') }
    const reply = await sending.send(call('importAligned', { bytes: bytesOf({ chinese, english, rows, words }) }))
    if (reply === null) return
    onStored()
    // Once the page knows that nothing is lost.
    queueMicrotask(() => go(`/d/${reply.id}`))
  }
  const count = (wanted: 'alone' | 'doubtful') => links.filter((link) => confidenceOf(link) === wanted).length
  const withoutEnglish = links.filter(({ en }) => en.length === 0).length
  return (
    <Dialog title={t('pair.document.title')} onClose={onClose}>
      <div className="stack">
        <p>{t('pair.document.means', { english })}</p>
        <p className="soft">
          {t('pair.document.rest', {
            empty: withoutEnglish,
            loose: count('alone') - withoutEnglish,
            doubtful: count('doubtful'),
          })}
        </p>
        <FailureNotice failure={sending.failure} />
        <p className="row-of-buttons">
          <button type="button" className="button primary" disabled={sending.busy} onClick={() => void send()}>
            {t('pair.document.make')}
          </button>
        </p>
      </div>
    </Dialog>
  )
}
