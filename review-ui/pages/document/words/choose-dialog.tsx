import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { TextArea } from '../../../components/field.tsx'
import { isSubmit } from '../../../keys/keys.ts'
import { type ChosenWords, nothingChosen, type Side, wordsIn } from '../logic/chosen-words.ts'

/** Both texts of a sentence as fields in which words are chosen by keys alone, as in any text field. */
export function ChooseDialog({
  title,
  submit,
  source,
  target,
  onChosen,
  onClose,
}: {
  title: string
  submit: string
  /** The plain texts. */
  source: string
  target: string
  onChosen: (chosen: ChosenWords) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(nothingChosen)
  const first = useRef<HTMLTextAreaElement>(null)
  const texts = { source, target }
  const isNone = chosen.source === null && chosen.target === null
  const go = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isNone) onChosen(chosen)
  }
  const field = (side: Side) => (
    <TextArea
      ref={side === 'source' ? first : undefined}
      className={`input ${side === 'source' ? 'zh' : 'en'}`}
      lang={side === 'source' ? 'zh-CN' : 'en'}
      label={t(side === 'source' ? 'document.chinese' : 'document.english')}
      value={texts[side]}
      // Its caret shows, which it would not in a field that is read only; what is typed is not taken.
      aria-readonly
      onChange={() => undefined}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
        setChosen((before) => ({ ...before, [side]: wordsIn(texts[side], selectionStart, selectionEnd) }))
      }
      onKeyDown={(event) => {
        if (!isSubmit(event.nativeEvent)) return
        // The key would else confirm the segment.
        event.preventDefault()
        go()
      }}
    />
  )
  return (
    <Dialog title={title} first={first} onClose={onClose}>
      <form className="stack choose-words" onSubmit={go}>
        <p>{t('chosen.how')}</p>
        {field('source')}
        {target !== '' && field('target')}
        <p aria-live="polite" className="chosen-now">
          {chosen.source && (
            <q className="zh" lang="zh-CN">
              {chosen.source.text}
            </q>
          )}{' '}
          {chosen.target && (
            <q className="en" lang="en">
              {chosen.target.text}
            </q>
          )}
          {isNone && <span className="soft">{t('chosen.none')}</span>}
        </p>
        <DialogButtons submit={submit} disabled={isNone} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
