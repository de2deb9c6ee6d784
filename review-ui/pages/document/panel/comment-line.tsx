import { useTranslation } from 'react-i18next'
import { placeOfWords } from '../../../../src/model/commented-words.ts'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Comment, SegmentState } from '../../../../src/model/state.ts'
import { When } from '../../../components/instant.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** A comment with who wrote it, and what may be done about it: one that blocks is its writer's, or an approver's. */
export function CommentLine({
  comment: { by, at, text, resolved, blocking, on, mentions = [] },
  segment,
  onResolve,
  onLift,
}: {
  comment: Comment
  segment: SegmentState
  onResolve: () => void
  onLift: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { names } = useRoomView()
  const own = !blocking || by === me.id
  const asked = mentions.map((id) => names.get(id) ?? id).join(t('common.listComma'))
  return (
    <li className={resolved ? 'resolved' : ''}>
      <When at={at} />
      <div>
        <p>
          <b>{names.get(by) ?? by}</b>{' '}
          {blocking && (
            <b className={resolved ? 'soft' : 'red'}>{t(resolved ? 'comments.blocked' : 'comments.blocks')}</b>
          )}
        </p>
        {on && <OnWords on={on} text={plain(segment[on.side])} />}
        <p className="comment-text">{text}</p>
        {asked !== '' && (
          <p>
            <small className="soft">{t('comments.asks', { names: asked })}</small>
          </p>
        )}
        {resolved ? (
          <small className="soft">
            {t('comments.resolvedBy', { name: names.get(resolved.by) ?? resolved.by })}
            {resolved.reason !== undefined && `${t('common.colon')}${resolved.reason}`}
          </small>
        ) : (
          (own || mayDo(me, 'lift-block')) && (
            <button type="button" className="text-button" onClick={own ? onResolve : onLift}>
              {t(own ? 'comments.resolve' : 'signOff.liftWithReason')}
            </button>
          )
        )}
      </div>
    </li>
  )
}

/** The words that a comment is on, and whether they still stand in the sentence. */
function OnWords({ on, text }: { on: NonNullable<Comment['on']>; text: string }) {
  const { t } = useTranslation()
  const isGone = placeOfWords(text, on) === null
  return (
    <p className="on-words">
      <q className={on.side === 'source' ? 'zh' : 'en'} lang={on.side === 'source' ? 'zh-CN' : 'en'}>
        {on.words}
      </q>
      {isGone && <small className="ochre">{t('comments.wordsGone')}</small>}
    </p>
  )
}
