import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { TextArea } from '../../../components/field.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { fromEditable, markersOf, toEditable } from '../../../text/editable.ts'
import type { Row } from '../logic/row.ts'
import { useRoom } from '../room/room-context.tsx'

/** Other English for a sentence, begun from what it has, and why. */
export function SuggestDialog({ row: { number, segment }, onClose }: { row: Row; onClose: (done: boolean) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const { suggest } = useRoom()
  const { source, target } = segment
  const [text, setText] = useState(() => toEditable(target, source))
  const [why, setWhy] = useState('')
  const { busy, failure, step } = useSending()
  const first = useRef<HTMLTextAreaElement>(null)
  const go = async (event?: FormEvent) => {
    event?.preventDefault()
    const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
    if (busy || !(await step(suggest(segment.id, fromEditable(line, markersOf(source, target)), why.trim())))) return
    announce(t('suggestion.said.made', { number }))
    onClose(true)
  }
  const submit = (event: { readonly nativeEvent: KeyboardEvent }) => {
    if (isSubmit(event.nativeEvent)) void go()
  }
  return (
    <Dialog title={t('suggestion.title', { number })} first={first} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void go(event)}>
        <p className="zh" lang="zh-CN">
          {plain(source)}
        </p>
        <TextArea
          ref={first}
          className="input en"
          lang="en"
          label={t('suggestion.english')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={submit}
          wrong={failure === null ? undefined : words.failure(failure)}
        />
        <TextArea
          label={t('suggestion.why')}
          rows={2}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          onKeyDown={submit}
        />
        <p className="soft">{t('suggestion.meaning')}</p>
        <DialogButtons submit={t('suggestion.submit')} disabled={busy} onCancel={() => onClose(false)} />
      </form>
    </Dialog>
  )
}
