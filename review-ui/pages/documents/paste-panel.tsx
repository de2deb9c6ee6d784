import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileLimits } from '../../../src/model/file-limits.ts'
import { Field, TextArea } from '../../components/field.tsx'
import type { Pasted } from './use-paste.ts'

/** Text from the clipboard as a document: its name is asked, and it is looked at like a file. */
export function PastePanel({
  pasted,
  onFile,
  onClose,
}: {
  /** What was pasted on the page before the panel opened. */
  pasted: Pasted | null
  onFile: (file: File) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(pasted?.text ?? '')
  const [rich, setRich] = useState(pasted?.html ?? '')
  const [keeps, setKeeps] = useState(true)
  const [name, setName] = useState(nameOf(pasted?.text ?? ''))
  useEffect(() => {
    area.current?.querySelector('textarea')?.focus()
  }, [])
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html')
    const words = event.clipboardData.getData('text/plain')
    // A second piece is put where the caret is, as everywhere; its shape is then no longer that of the whole.
    if (text.trim() !== '') return setRich('')
    event.preventDefault()
    setText(words)
    setRich(html)
    if (name === '') setName(nameOf(words))
  }
  const isRich = rich !== '' && keeps
  const long = text.length > fileLimits.characters
  const submit = () => {
    const named = (name.trim() || t('pasting.unnamed')).replace(/[/\\:]/g, '-').slice(0, 200)
    onFile(isRich ? new File([page(rich)], `${named}.html`) : new File([text], `${named}.txt`))
  }
  return (
    <form
      className="import-look paste"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2 id={id}>{t('pasting.title')}</h2>
        <span className="soft">{rich === '' ? '' : t('pasting.shaped')}</span>
      </header>
      <div className="stack">
        <div ref={area}>
          <TextArea
            label={t('pasting.text')}
            hint={t('pasting.textHint')}
            wrong={long ? t('pasting.long', { count: fileLimits.characters }) : undefined}
            lang="zh-CN"
            rows={8}
            value={text}
            onPaste={paste}
            onChange={(event) => {
              setText(event.target.value)
              // What is typed is not in the shape that was pasted.
              setRich('')
            }}
          />
        </div>
        <Field
          label={t('pasting.name')}
          hint={t('pasting.nameHint')}
          lang="zh-CN"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {rich !== '' && (
          <fieldset className="choices">
            <legend>{t('pasting.shape')}</legend>
            <Shape
              chosen={keeps}
              label={t('pasting.keep')}
              hint={t('pasting.keepHint')}
              onChoose={() => setKeeps(true)}
            />
            <Shape
              chosen={!keeps}
              label={t('pasting.plain')}
              hint={t('pasting.plainHint')}
              onChoose={() => setKeeps(false)}
            />
          </fieldset>
        )}
      </div>
      <footer className="bar">
        <p className="soft">{t('looking.nothingKept')}</p>
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === '' || long}>
          {t('pasting.look')}
        </button>
      </footer>
    </form>
  )
}

function Shape({
  chosen,
  label,
  hint,
  onChoose,
}: {
  chosen: boolean
  label: string
  hint: string
  onChoose: () => void
}) {
  return (
    <label>
      <input type="radio" name="shape" checked={chosen} onChange={onChoose} />
      <span>
        {label} <span className="soft">{hint}</span>
      </span>
    </label>
  )
}

/** The first line, as far as it can be a name. */
function nameOf(text: string): string {
  return (
    text
      .trim()
      .split(/[\r\n]/)[0]
      ?.slice(0, 60) ?? ''
  )
}

/** What the clipboard has as a page of its own; what came from Word is one already. */
function page(html: string): string {
  return /<html[\s>]/i.test(html)
    ? html
    : `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`
}
