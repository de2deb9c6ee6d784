import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Inline, plain } from '../../../../src/model/inline.ts'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { TextArea } from '../../../components/field.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'

type Sending = Promise<Failure | null>

/** Asks for a reason before sending: nothing is returned or waived without one. */
export function ReasonDialog({
  title,
  about,
  published,
  submit,
  suggestions = [],
  send,
  onClose,
}: {
  title: string
  about: string
  /** Who will read the reason besides the team. */
  published?: string
  submit: string
  /** Beginnings of a reason, put into the field when pressed. */
  suggestions?: readonly string[]
  send: (reason: string) => Sending
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, failure, step } = useSending()
  const first = useRef<HTMLTextAreaElement>(null)
  const wrong = missing ? t('reason.missing') : failure === null ? undefined : words.failure(failure)
  const go = async (event?: FormEvent) => {
    event?.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() !== '' && (await step(send(reason.trim())))) onClose(true)
  }
  return (
    <Dialog title={title} first={first} onClose={() => onClose(false)}>
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
          ref={first}
          label={t('reason.label')}
          hint={published}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (isSubmit(event.nativeEvent)) void go()
          }}
          wrong={wrong}
        />
        <DialogButtons submit={submit} disabled={busy} onCancel={() => onClose(false)} />
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
  const id = useId()
  const text = plain(source)
  const [at, setAt] = useState(() => firstCut(text))
  const { busy, failure, step } = useSending()
  const first = useRef<HTMLInputElement>(null)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (await step(send(at))) onClose(true)
  }
  return (
    <Dialog title={t('split.title')} first={first} onClose={() => onClose(false)}>
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
            ref={first}
            id={id}
            type="range"
            min={1}
            max={text.length - 1}
            value={at}
            aria-valuetext={t('split.between', {
              before: text.slice(Math.max(0, at - 6), at),
              after: text.slice(at, at + 6),
            })}
            onChange={(event) => setAt(Number(event.target.value))}
          />
        </div>
        <FailureNotice failure={failure} />
        <DialogButtons submit={t('split.submit')} disabled={busy} onCancel={() => onClose(false)} />
      </form>
    </Dialog>
  )
}
