import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Issue } from '../../../../src/model/quality.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { isOfText } from '../../../../src/review/fold-segment.ts'
import { Differences } from '../../../components/differences.tsx'
import { When } from '../../../components/instant.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** An issue with who marked it; on an earlier text with what became of that. */
export function IssueLine({
  issue: { by, at, category, severity, text, on, of, own },
  segment,
  onRemove,
}: {
  issue: Issue
  segment: SegmentState
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { names } = useRoomView()
  return (
    <li>
      <When at={at} />
      <div>
        <p>
          <b>{t(`quality.category.${category}`)}</b>{' '}
          <span className={`severity ${severity}`}>{t(`quality.severity.${severity}`)}</span>
        </p>
        {on && (
          <p className="on-words">
            <q className={on.side === 'source' ? 'zh' : 'en'} lang={on.side === 'source' ? 'zh-CN' : 'en'}>
              {on.words}
            </q>
          </p>
        )}
        {text !== undefined && <p className="comment-text">{text}</p>}
        {!isOfText({ of }, segment) && (
          <Differences before={plain(of.target)} after={plain(segment.target)} lang="en" />
        )}
        <small className="soft">
          {names.get(by) ?? by}
          {own && ` · ${t('quality.own')} · ${t('quality.notCounted')}`}
        </small>{' '}
        {(by === me.id ? mayDo(me, 'remove-issue') : mayDo(me, 'lift-issue') && isOfText({ of }, segment)) && (
          <button type="button" className="text-button" onClick={onRemove}>
            {t('quality.remove')}
          </button>
        )}
      </div>
    </li>
  )
}
