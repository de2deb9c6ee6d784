import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import type { Reading } from '../logic/reading.ts'
import { useEngineWords } from '../row/draft-origin.tsx'
import { useRoom, useRoomView } from './room-context.tsx'

/** Starting and stopping the engine, how far it is, and what it honestly could not do. */
export function Drafting({ reading, onStarted }: { reading: Reading; onStarted: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const engineWords = useEngineWords()
  const room = useRoom()
  const { drafting } = useRoomView()
  const [wrong, setWrong] = useState('')
  const [seen, setSeen] = useState(false)
  const empty = reading.rows.filter(({ look }) => look === 'empty').length
  const may = mayDo(room.me, 'draft')
  const set = async (on: boolean) => {
    setSeen(false)
    const failure = await room.draft(on)
    setWrong(failure === null ? '' : words.failure(failure))
    // The button is gone with what it did; the text is where the work goes on.
    if (failure === null) onStarted()
  }
  if (drafting?.running) {
    return (
      <div className="drafting">
        <p>
          <b role="status">{t('drafting.running', { engine: engineWords(drafting.engine) })}</b>{' '}
          {t('drafting.progress', { done: drafting.done, count: drafting.total })}
        </p>
        <progress
          max={drafting.total}
          value={drafting.done}
          aria-label={t('drafting.running', { engine: engineWords(drafting.engine) })}
        />
        {may && (
          <button type="button" className="button" onClick={() => void set(false)}>
            {t('drafting.stop')}
          </button>
        )}
      </div>
    )
  }
  const offers = may && empty > 0
  const result = drafting !== null && !seen ? drafting : null
  if (!offers && !result?.refused && wrong === '' && !result?.without) return null
  return (
    <div className="drafting" role="status">
      {wrong !== '' && (
        <p className="red">
          <Icon name="error" /> {wrong}
        </p>
      )}
      {result?.refused && (
        <p className="red">
          <Icon name="error" /> {t('drafting.ended', { engine: engineWords(result.engine), done: result.done })}{' '}
          {words.refusal(result.refused)}
        </p>
      )}
      {result !== null && !result.refused && result.without > 0 && empty > 0 && (
        <p>{t('drafting.without', { engine: engineWords(result.engine), count: result.without })}</p>
      )}
      {offers && result === null && <p>{t('drafting.empty', { count: empty })}</p>}
      <span className="row-of-buttons">
        {offers && (
          <button type="button" className="button primary" onClick={() => void set(true)}>
            {result?.refused ? t('drafting.resume') : t('drafting.start')}
          </button>
        )}
        {result !== null && (
          <button type="button" className="icon-button" aria-label={t('common.close')} onClick={() => setSeen(true)}>
            <Icon name="close" />
          </button>
        )}
      </span>
    </div>
  )
}
