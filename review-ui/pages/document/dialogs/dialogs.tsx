import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Inline, plain } from '../../../../src/model/inline.ts'
import type { Refusal } from '../../../../src/model/refusal.ts'
import type { Unreachable } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextArea } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'

type Sending = Promise<Refusal | Unreachable | null>

/** Asks for a reason before sending: nothing is returned or waived without one. */
export function ReasonDialog({
  title,
  about,
  submit,
  suggestions = [],
  send,
  onClose,
}: {
  title: string
  about: string
  submit: string
  /** Beginnings of a reason, put into the field when pressed. */
  suggestions?: readonly string[]
  send: (reason: string) => Sending
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const go = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason.trim() === '') return setWrong(t('reason.missing'))
    setBusy(true)
    const failure = await send(reason.trim())
    setBusy(false)
    if (failure === null) onClose(true)
    else setWrong(words.failure(failure))
  }
  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void go(event)}>
        <p>{about}</p>
        {suggestions.length > 0 && (
          <div className="row-of-buttons">
            {suggestions.map((suggestion) => (
              <button
                key={suggestion}
                type="button"
                className="button"
                onClick={() =>
                  setReason((before) => (before.trim() === '' ? suggestion : `${before.trim()} ${suggestion}`))
                }
              >
                {suggestion}
              </button>
            ))}
          </div>
        )}
        <TextArea
          label={t('reason.label')}
          data-first
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            const composing = event.nativeEvent.isComposing || event.keyCode === 229
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing) void go()
          }}
          {...(wrong !== '' && { wrong })}
        />
        <div className="row-of-buttons">
          <button type="submit" className="button primary" disabled={busy}>
            {submit}
          </button>
          <button type="button" className="button" onClick={() => onClose(false)}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** Where a sentence can be cut: after each mark that ends a clause, else in the middle. */
function firstCut(text: string): number {
  const marks = [...text.matchAll(/[，；：。！？、]/gu)].map(({ index }) => index + 1).filter((at) => at < text.length)
  const middle = text.length / 2
  return marks.reduce(
    (best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best),
    marks[0] ?? Math.round(middle),
  )
}

/** Cuts the Chinese of a segment in two: a slider through its characters, with both halves in sight. */
export function SplitDialog({
  source,
  send,
  onClose,
}: {
  source: Inline
  send: (at: number) => Sending
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const id = useId()
  const text = plain(source)
  const [at, setAt] = useState(() => firstCut(text))
  const [wrong, setWrong] = useState('')
  const go = async (event: FormEvent) => {
    event.preventDefault()
    const failure = await send(at)
    if (failure === null) onClose(true)
    else setWrong(words.failure(failure))
  }
  return (
    <Dialog title={t('split.title')} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void go(event)}>
        <p>{t('split.hint')}</p>
        <div className="halves">
          <p className="zh" lang="zh-CN">
            {text.slice(0, at)}
          </p>
          <p className="zh" lang="zh-CN">
            {text.slice(at)}
          </p>
        </div>
        <div className="field">
          <label htmlFor={id}>{t('split.label')}</label>
          <input
            id={id}
            type="range"
            min={1}
            max={text.length - 1}
            value={at}
            data-first
            aria-valuetext={t('split.between', {
              before: text.slice(Math.max(0, at - 6), at),
              after: text.slice(at, at + 6),
            })}
            onChange={(event) => setAt(Number(event.target.value))}
          />
        </div>
        {wrong !== '' && <Notice wrong>{wrong}</Notice>}
        <div className="row-of-buttons">
          <button type="submit" className="button primary">
            {t('split.submit')}
          </button>
          <button type="button" className="button" onClick={() => onClose(false)}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
