import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentState } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { TextArea } from '../../../components/field.tsx'
import { When } from '../../../components/instant.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** What people say to each other about a segment. Comments never unsign. */
export function CommentsTab({ ref, segment }: { ref: Ref<HTMLTextAreaElement>; segment: SegmentState }) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const { names } = useRoomView()
  const [text, setText] = useState('')
  const { busy, failure, step } = useSending()
  const add = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || busy) return
    if (!(await step(room.comment(segment.id, text.trim())))) return
    setText('')
    announce(t('comments.added'))
  }
  return (
    <>
      <ol className="story comments">
        {segment.comments.map(({ id, by, at, text, resolved }) => (
          <li key={id} className={resolved ? 'resolved' : ''}>
            <When at={at} />
            <div>
              <p>
                <b>{names.get(by) ?? by}</b>
              </p>
              <p className="comment-text">{text}</p>
              {resolved ? (
                <small className="soft">
                  {t('comments.resolvedBy', { name: names.get(resolved.by) ?? resolved.by })}
                </small>
              ) : (
                <button type="button" className="text-button" onClick={() => void step(room.resolve(segment.id, id))}>
                  {t('comments.resolve')}
                </button>
              )}
            </div>
          </li>
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
        <div>
          <button type="submit" className="button" disabled={busy || text.trim() === ''}>
            {t('comments.add')}
          </button>
        </div>
      </form>
    </>
  )
}
