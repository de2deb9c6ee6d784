import { type FormEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment, SegmentState } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { ReasonDialog } from '../dialogs/dialogs.tsx'
import type { ChosenSide } from '../logic/chosen-words.ts'
import { mentionedIn } from '../logic/mention.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { CommentLine } from './comment-line.tsx'
import { MentionArea } from './mention-area.tsx'

/** What people say to each other about a segment. Comments never unsign. */
export function CommentsTab({
  ref,
  segment,
  on,
  onOn,
}: {
  ref: RefObject<HTMLTextAreaElement | null>
  segment: SegmentState
  /** The words that the next comment is on; null for the whole sentence. */
  on: ChosenSide | null
  onOn: (on: ChosenSide | null) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const { people } = useRoomView()
  const others = people.filter(({ id, active }) => active && id !== room.me.id)
  const [text, setText] = useState('')
  const [named, setNamed] = useState<readonly string[]>([])
  const [blocking, setBlocking] = useState(false)
  const [lifting, setLifting] = useState<Comment | null>(null)
  const { busy, failure, step } = useSending()
  const add = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || busy) return
    const mentions = mentionedIn(text, others, named)
    if (!(await step(room.comment(segment.id, { text: text.trim(), blocking, mentions, on })))) return
    setText('')
    setNamed([])
    onOn(null)
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
            segment={segment}
            onResolve={() => void step(room.resolve(segment.id, comment.id))}
            onLift={() => setLifting(comment)}
          />
        ))}
      </ol>
      <form className="stack" onSubmit={(event) => void add(event)}>
        {on && (
          <p className="on-words">
            <q className={on.side === 'source' ? 'zh' : 'en'} lang={on.side === 'source' ? 'zh-CN' : 'en'}>
              {on.words.text}
            </q>
            <button type="button" className="icon-button" aria-label={t('comments.onAll')} onClick={() => onOn(null)}>
              <Icon name="close" />
            </button>
          </p>
        )}
        <MentionArea
          ref={ref}
          label={t(on === null ? 'comments.label' : 'comments.labelOn')}
          hint={t('comments.mentionHint')}
          value={text}
          people={others}
          onText={setText}
          onNamed={(id) => setNamed([...named, id])}
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
