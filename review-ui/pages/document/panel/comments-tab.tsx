import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentState } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { TextArea } from '../../../components/field.tsx'
import { When } from '../../../components/instant.tsx'
import { announce } from '../../../shell/announce.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** What people say to each other about a segment. Comments never unsign. */
export function CommentsTab({ segment }: { segment: SegmentState }) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const { names } = useRoomView()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || busy) return
    setBusy(true)
    const failure = await room.comment(segment.id, text.trim())
    setBusy(false)
    setWrong(failure === null ? '' : words.failure(failure))
    if (failure !== null) return
    setText('')
    announce(t('comments.added'))
  }
  const resolve = async (comment: string) => {
    const failure = await room.resolve(segment.id, comment)
    setWrong(failure === null ? '' : words.failure(failure))
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
                <button type="button" className="text-button" onClick={() => void resolve(id)}>
                  {t('comments.resolve')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <form className="stack" onSubmit={(event) => void add(event)}>
        <TextArea
          label={t('comments.label')}
          data-comment
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const composing = event.nativeEvent.isComposing || event.keyCode === 229
            if (event.key !== 'Enter' || composing || !(event.ctrlKey || event.metaKey)) return
            event.stopPropagation()
            void add()
          }}
          {...(wrong !== '' && { wrong })}
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
