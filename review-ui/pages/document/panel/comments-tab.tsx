import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Comment, SegmentState } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { TextArea } from '../../../components/field.tsx'
import { When } from '../../../components/instant.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { ReasonDialog } from '../dialogs/dialogs.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** What people say to each other about a segment. Comments never unsign. */
export function CommentsTab({ ref, segment }: { ref: Ref<HTMLTextAreaElement>; segment: SegmentState }) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const [text, setText] = useState('')
  const [blocking, setBlocking] = useState(false)
  const [lifting, setLifting] = useState<Comment | null>(null)
  const { busy, failure, step } = useSending()
  const add = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || busy) return
    if (!(await step(room.comment(segment.id, { text: text.trim(), blocking })))) return
    setText('')
    setBlocking(false)
    announce(t('comments.added'))
  }
  return (
    <>
      <ol className="story comments">
        {segment.comments.map((comment) => (
          <CommentLine
            key={comment.id}
            comment={comment}
            onResolve={() => void step(room.resolve(segment.id, comment.id))}
            onLift={() => setLifting(comment)}
          />
        ))}
      </ol>
      <form className="stack" onSubmit={(event) => void add(event)}>
        <TextArea
          ref={ref}
          label={t('comments.label')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (!isSubmit(event.nativeEvent)) return
            // The key would else confirm the segment.
            event.preventDefault()
            void add()
          }}
          wrong={failure === null ? undefined : words.failure(failure)}
        />
        <label className="check">
          <input type="checkbox" checked={blocking} onChange={(event) => setBlocking(event.target.checked)} />
          <span>
            {t('comments.blocking')} <small className="soft">{t('comments.blockingHint')}</small>
          </span>
        </label>
        <div>
          <button type="submit" className="button" disabled={busy || text.trim() === ''}>
            {t('comments.add')}
          </button>
        </div>
      </form>
      {lifting && (
        <ReasonDialog
          title={t('signOff.liftTitle')}
          about={lifting.text}
          submit={t('signOff.lift')}
          send={(reason) => room.resolve(segment.id, lifting.id, reason)}
          onClose={() => setLifting(null)}
        />
      )}
    </>
  )
}

/** A comment with who wrote it, and what may be done about it: one that blocks is its writer's, or an approver's. */
function CommentLine({
  comment: { by, at, text, resolved, blocking },
  onResolve,
  onLift,
}: {
  comment: Comment
  onResolve: () => void
  onLift: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { names } = useRoomView()
  const own = !blocking || by === me.id
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
        <p className="comment-text">{text}</p>
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
