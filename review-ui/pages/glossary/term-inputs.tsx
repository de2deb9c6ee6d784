import { type KeyboardEvent, type RefObject, useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { termStatuses } from '../../../src/model/term.ts'
import { Field, TextArea } from '../../components/field.tsx'
import { isSubmit } from '../../keys/keys.ts'
import { AuthorityInputs } from './authority-inputs.tsx'
import type { FormProblem, TermForm } from './logic/form.ts'
import { RenderingLines } from './rendering-lines.tsx'
import { MoreInputs } from './term-detail-inputs.tsx'

/** The fields of a term. Ctrl Enter sends them from wherever one is. */
export function TermInputs({
  form,
  first,
  problem,
  isNew,
  returns,
  mayDecide,
  domains,
  onChange,
  onSubmit,
}: {
  form: TermForm
  /** Where the one who opens the form begins. */
  first: RefObject<HTMLElement | null>
  problem: FormProblem | null
  isNew: boolean
  /** Whether the term becomes a proposal again, since it says what its authority was not named for. */
  returns: boolean
  mayDecide: boolean
  domains: readonly string[]
  onChange: (form: TermForm) => void
  onSubmit: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  // Who came to forbid a rendering begins at the empty line.
  const [begun] = useState(isNew ? undefined : form.renderings.find(({ text }) => text === '')?.key)
  const isFirst = useCallback(
    (field: HTMLElement | null) => {
      if (field !== null) first.current = field
    },
    [first],
  )
  const sendWithKey = (event: KeyboardEvent) => {
    if (!isSubmit(event.nativeEvent)) return
    event.preventDefault()
    onSubmit()
  }
  const wrong = problem === null ? undefined : t(`glossary.form.problem.${problem}`)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears a key that its fields pass on.
    <div className="stack" onKeyDown={sendWithKey}>
      <TextArea
        {...(begun === undefined && { ref: isFirst })}
        label={t('glossary.form.source')}
        hint={t('glossary.form.sourceHint')}
        className="input zh"
        lang="zh-CN"
        rows={2}
        required
        value={form.source}
        wrong={problem === 'no-source' ? wrong : undefined}
        onChange={(event) => onChange({ ...form, source: event.target.value })}
      />
      <RenderingLines
        form={form}
        begun={begun}
        first={isFirst}
        wrong={problem === 'no-preferred' || problem === 'said-twice' ? wrong : undefined}
        onChange={onChange}
      />
      {mayDecide ? (
        <StatusChoice form={form} isNew={isNew} onChange={onChange} />
      ) : (
        <p className="soft">{t('glossary.form.isProposed')}</p>
      )}
      {returns && <p className="ochre">{t('glossary.form.returns')}</p>}
      <AuthorityInputs
        form={{ ...form.texts, authority: form.authority }}
        required={form.status === 'approved'}
        problem={problem}
        onChange={({ authority = form.authority, ...texts }) =>
          onChange({ ...form, authority, texts: { ...form.texts, ...texts } })
        }
      />
      <TextArea
        label={t('glossary.form.note')}
        hint={t('glossary.form.noteHint')}
        rows={2}
        maxLength={5000}
        value={form.note}
        onChange={(event) => onChange({ ...form, note: event.target.value })}
      />
      <TextArea
        label={t('glossary.form.publicNote')}
        hint={t('glossary.form.publicNoteHint')}
        rows={2}
        maxLength={2000}
        value={form.texts.publicNote}
        onChange={(event) => onChange({ ...form, texts: { ...form.texts, publicNote: event.target.value } })}
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

function StatusChoice({
  form,
  isNew,
  onChange,
}: {
  form: TermForm
  isNew: boolean
  onChange: (form: TermForm) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
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
  )
}
