import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../src/model/names.ts'
import { renderingStatuses } from '../../../src/model/term.ts'
import { Icon } from '../../components/icon.tsx'
import { useFocusList, useOnceDrawn } from '../../interaction/focus.ts'
import { addRendering, changeRendering, removeRendering, type TermForm } from './logic/form.ts'

/** The renderings of a term, a line each, with what may be done with each. */
export function RenderingLines({
  form,
  begun,
  first,
  wrong,
  onChange,
}: {
  form: TermForm
  /** The line that somebody came to write; it is what the dialog begins at. */
  begun: number | undefined
  first: (field: HTMLInputElement | null) => void
  /** What is wrong with the renderings, as a whole. */
  wrong: string | undefined
  onChange: (form: TermForm) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const fields = useFocusList<number>()
  const onceDrawn = useOnceDrawn()
  const { renderings } = form
  const add = () => {
    const preferred = renderings.some((line) => line.status === 'preferred')
    const next = addRendering(form, preferred ? 'admitted' : 'preferred')
    onChange(next)
    // A line just added is where one goes on writing.
    onceDrawn(() => fields.focus(next.renderings.at(-1)?.key))
  }
  return (
    <fieldset className="field renderings" aria-describedby={`${id}-hint`}>
      <legend className="label">{t('glossary.form.renderings')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {t('glossary.form.renderingsHint')}
      </p>
      <div className="lines">
        {renderings.map(({ key, text, status }, index) => (
          <div key={key} className="line">
            <input
              ref={(field) => {
                fields.ref(key)(field)
                if (key === begun) first(field)
              }}
              className="input en"
              lang="en"
              aria-label={t('glossary.form.rendering', { number: index + 1 })}
              maxLength={500}
              value={text}
              aria-invalid={wrong !== undefined || undefined}
              onChange={(event) => onChange(changeRendering(form, key, { text: event.target.value }))}
            />
            <select
              className="input"
              aria-label={t('glossary.form.renderingStatus', { number: index + 1 })}
              value={status}
              onChange={(event) =>
                onChange(changeRendering(form, key, { status: nameIn(renderingStatuses, event.target.value) }))
              }
            >
              {renderingStatuses.map((name) => (
                <option key={name} value={name}>
                  {t(`glossary.rendering.${name}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="icon-button"
              aria-label={t('glossary.form.remove', { number: index + 1 })}
              disabled={renderings.length === 1}
              onClick={() => {
                onChange(removeRendering(form, key))
                fields.focus(renderings[Math.max(0, index - 1)]?.key)
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
      {wrong !== undefined && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p>
        <button type="button" className="text-button" onClick={add}>
          {t('glossary.form.addRendering')}
        </button>
      </p>
    </fieldset>
  )
}
