import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Suggestion } from '../../../../src/model/state.ts'
import { isStale, openSuggestions } from '../../../../src/review/suggestions.ts'
import type { Failure } from '../../../api.ts'
import { Differences } from '../../../components/differences.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { announce } from '../../../shell/announce.tsx'
import type { Row } from '../logic/row.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { LeaveDialog } from './leave-dialog.tsx'

/** What people suggest for a sentence in place of its English, each beside what would change. */
export function SuggestionList({
  row: { segment },
  failure,
  onTake,
}: {
  row: Row
  /** Why the last one was not taken. */
  failure: Failure | null
  onTake: (suggestion: Suggestion) => void
}) {
  const { t } = useTranslation()
  const { me, leaveSuggestion } = useRoom()
  const { names, state } = useRoomView()
  const bindings = useBindings()
  const [leaving, setLeaving] = useState<Suggestion | null>(null)
  const open = openSuggestions(segment)
  if (open.length === 0) return null
  const mayTake = mayDo(me, 'take-suggestion')
  const leave = async (id: string, reason: string) => {
    const outcome = await leaveSuggestion(segment.id, id, reason)
    if (outcome === null) announce(t('suggestion.said.left'))
    return outcome
  }
  return (
    <section className="suggestions" aria-label={t('suggestion.list', { count: open.length })}>
      {open.map((suggestion, place) => {
        const { id, by, at, text, target, review } = suggestion
        const outside = state.reviews?.find((one) => one.id === review)?.name
        const own = by === me.id && review === undefined
        return (
          <div key={id} className="suggestion">
            <p>
              <Icon name="suggestion" />{' '}
              <b>{own ? t('suggestion.byYou') : t('suggestion.by', { name: outside ?? names.get(by) ?? by })}</b>{' '}
              <small className="soft">
                {review !== undefined && t('suggestion.brought', { name: names.get(by) ?? by })} <When at={at} />
              </small>
              {isStale(suggestion, segment) && <small className="ochre stale">{t('suggestion.stale')}</small>}
            </p>
            <Differences before={plain(segment.target)} after={plain(target)} lang="en" />
            {text !== undefined && <p className="comment-text">{text}</p>}
            <p className="row-of-buttons">
              {mayTake && (
                <button type="button" className="button" onClick={() => onTake(suggestion)}>
                  {t('suggestion.take')} {place === 0 && <Key chord={bindings.take} />}
                </button>
              )}
              {own ? (
                <button type="button" className="text-button" onClick={() => void leave(id, '')}>
                  {t('suggestion.takeBack')}
                </button>
              ) : (
                mayTake && (
                  <button type="button" className="text-button" onClick={() => setLeaving(suggestion)}>
                    {t('suggestion.leave')}
                  </button>
                )
              )}
            </p>
          </div>
        )
      })}
      <FailureNotice failure={failure} />
      {leaving && (
        <LeaveDialog
          words={plain(leaving.target)}
          send={(reason) => leave(leaving.id, reason)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  )
}
