import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RenderingStatus, renderingStatuses, termStatuses } from '../../../src/model/term.ts'
import { Field, TextArea } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { addRendering, changeRendering, type FormProblem, removeRendering, type TermForm } from './logic/form.ts'
import { MoreInputs } from './term-detail-inputs.tsx'

/** The fields of a term. Ctrl Enter sends them from wherever one is. */
export function TermInputs({
  form,
  problem,
  isNew,
  mayDecide,
  domains,
  onChange,
  onSubmit,
}: {
  form: TermForm
  problem: FormProblem | null
  isNew: boolean
  mayDecide: boolean
  domains: readonly string[]
  onChange: (form: TermForm) => void
  onSubmit: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const lines = useRef<HTMLDivElement>(null)
  const added = useRef(false)
  // Who came to forbid a rendering begins at the empty line.
  const [begun] = useState(isNew ? undefined : form.renderings.find(({ text }) => text === '')?.key)
  const { renderings } = form
  // A line just added is where one goes on writing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the number of lines that tells.
  useEffect(() => {
    if (!added.current) return
    added.current = false
    ;[...(lines.current?.querySelectorAll('input') ?? [])].at(-1)?.focus()
  }, [renderings.length])
  const sendWithKey = (event: KeyboardEvent) => {
    const composing = event.nativeEvent.isComposing || event.keyCode === 229
    if (event.key !== 'Enter' || composing) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      onSubmit()
    }
  }
  const wrong = problem === null ? undefined : t(`glossary.form.problem.${problem}`)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears a key that its fields pass on.
    <div className="stack" onKeyDown={sendWithKey}>
      <TextArea
        label={t('glossary.form.source')}
        hint={t('glossary.form.sourceHint')}
        className="input zh"
        lang="zh-CN"
        rows={2}
        required
        data-first={begun === undefined || undefined}
        value={form.source}
        onChange={(event) => onChange({ ...form, source: event.target.value })}
        {...(problem === 'no-source' && wrong !== undefined && { wrong })}
      />
      <fieldset className="field renderings" aria-describedby={`${id}-hint`}>
        <legend className="label">{t('glossary.form.renderings')}</legend>
        <p className="hint" id={`${id}-hint`}>
          {t('glossary.form.renderingsHint')}
        </p>
        <div ref={lines} className="lines">
          {renderings.map(({ key, text, status }, index) => (
            <div key={key} className="line">
              <input
                className="input en"
                lang="en"
                aria-label={t('glossary.form.rendering', { number: index + 1 })}
                maxLength={500}
                data-first={key === begun || undefined}
                value={text}
                aria-invalid={problem === 'said-twice' || problem === 'no-preferred' || undefined}
                onChange={(event) => onChange(changeRendering(form, key, { text: event.target.value }))}
              />
              <select
                className="input"
                aria-label={t('glossary.form.renderingStatus', { number: index + 1 })}
                value={status}
                onChange={(event) =>
                  onChange(changeRendering(form, key, { status: event.target.value as RenderingStatus }))
                }
              >
                {renderingStatuses.map((one) => (
                  <option key={one} value={one}>
                    {t(`glossary.rendering.${one}`)}
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
                  lines.current?.querySelectorAll('input')[Math.max(0, index - 1)]?.focus()
                }}
              >
                <Icon name="close" />
              </button>
            </div>
          ))}
        </div>
        {(problem === 'no-preferred' || problem === 'said-twice') && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        <p>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              added.current = true
              const preferred = renderings.some((line) => line.status === 'preferred')
              onChange(addRendering(form, preferred ? 'admitted' : 'preferred'))
            }}
          >
            {t('glossary.form.addRendering')}
          </button>
        </p>
      </fieldset>
      {mayDecide ? (
        <fieldset className="field choices">
          <legend className="label">{t('glossary.form.status')}</legend>
          {termStatuses
            .filter((status) => !isNew || status !== 'retired')
            .map((status) => (
              <label key={status}>
                <input
                  type="radio"
                  name={`${id}-status`}
                  checked={form.status === status}
                  onChange={() => onChange({ ...form, status })}
                />
                <span>
                  {t(`termStatus.${status}`)} <span className="soft">{t(`glossary.form.means.${status}`)}</span>
                </span>
              </label>
            ))}
        </fieldset>
      ) : (
        <p className="soft">{t('glossary.form.isProposed')}</p>
      )}
      <TextArea
        label={t('glossary.form.authority')}
        hint={t('glossary.form.authorityHint')}
        rows={2}
        maxLength={2000}
        required={form.status === 'approved'}
        value={form.authority}
        onChange={(event) => onChange({ ...form, authority: event.target.value })}
        {...(problem === 'no-authority' && wrong !== undefined && { wrong })}
      />
      <Field
        label={t('glossary.form.authorityDate')}
        hint={t('glossary.form.authorityDateHint')}
        maxLength={10}
        required={form.status === 'approved'}
        value={form.texts.authorityDate}
        onChange={(event) => onChange({ ...form, texts: { ...form.texts, authorityDate: event.target.value } })}
        {...(problem === 'no-date' && wrong !== undefined && { wrong })}
      />
      <TextArea
        label={t('glossary.form.note')}
        hint={t('glossary.form.noteHint')}
        rows={2}
        maxLength={5000}
        value={form.note}
        onChange={(event) => onChange({ ...form, note: event.target.value })}
      />
      <Field
        label={t('glossary.form.domain')}
        hint={t('glossary.form.domainHint')}
        list={`${id}-domains`}
        maxLength={500}
        value={form.domain}
        onChange={(event) => onChange({ ...form, domain: event.target.value })}
      />
      <MoreInputs form={form} onChange={onChange} />
      <datalist id={`${id}-domains`}>
        {domains.map((domain) => (
          <option key={domain} value={domain} />
        ))}
      </datalist>
    </div>
  )
}
