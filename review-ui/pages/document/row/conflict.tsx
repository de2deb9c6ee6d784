import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Differences } from '../../../components/differences.tsx'
import { Icon } from '../../../components/icon.tsx'
import { merge } from '../../../text/merge.ts'
import type { Saving } from '../logic/autosave.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/**
 * Two people wrote in one sentence. Both texts and their difference are shown, and nothing is sent until one is chosen;
 * what is not chosen is laid aside and can be had back in the history.
 */
export function Conflict({ segment, saving, onSettled }: { segment: string; saving: Saving; onSettled: () => void }) {
  const { t } = useTranslation()
  const { autosaver } = useRoom()
  const { names } = useRoomView()
  const [whole, setWhole] = useState(false)
  const { theirs, text, saved } = saving
  if (saving.phase !== 'conflict' || theirs === undefined) return null
  const name = names.get(theirs.by) ?? t('conflict.somebody')
  const both = merge(saved, text, theirs.text)
  const settle = (words: string) => {
    autosaver.settle(segment, words)
    onSettled()
  }
  return (
    <section className="conflict" aria-label={t('conflict.title', { name })}>
      <p role="alert">
        <Icon name="error" /> <b className="red">{t('conflict.title', { name })}</b> {t('conflict.hint')}
      </p>
      <div className="two-texts">
        <div>
          <h3>{t('conflict.theirs', { name })}</h3>
          <p className="en" lang="en">
            {theirs.text}
          </p>
        </div>
        <div>
          <h3>{t('conflict.mine')}</h3>
          {whole ? (
            <p className="en" lang="en">
              {text}
            </p>
          ) : (
            <Differences before={theirs.text} after={text} lang="en" />
          )}
          <p>
            <button type="button" className="text-button" aria-pressed={whole} onClick={() => setWhole(!whole)}>
              {whole ? t('conflict.showDifferences') : t('conflict.showWhole')}
            </button>
          </p>
        </div>
      </div>
      {both !== null && (
        <div className="both">
          <h3>{t('conflict.both')}</h3>
          <Differences before={theirs.text} after={both} lang="en" />
        </div>
      )}
      <div className="row-of-buttons">
        {both !== null && (
          <button type="button" className="button primary" onClick={() => settle(both)}>
            {t('conflict.takeBoth')}
          </button>
        )}
        <button type="button" className="button" onClick={() => settle(text)}>
          {t('conflict.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => settle(theirs.text)}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </section>
  )
}
