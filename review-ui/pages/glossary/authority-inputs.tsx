import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Authority, authorityParts } from '../../../src/terms/termbase/authority.ts'
import { Field, TextArea } from '../../components/field.tsx'
import type { FormProblem } from './logic/form.ts'

/** An authority while somebody writes it. */
export type AuthorityForm = Readonly<Record<(typeof authorityParts)[number], string>>

export function authorityFormOf(term: Authority): AuthorityForm {
  const { authority, authorityBody = '', authorityDate = '', authorityPlace = '' } = term
  return { authority, authorityBody, authorityDate, authorityPlace }
}

/** Where the approved English comes from: title, body, date, and where to find it. */
export function AuthorityInputs({
  ref,
  form,
  required,
  problem,
  onChange,
  onKeyDown,
}: {
  ref?: Ref<HTMLTextAreaElement>
  form: AuthorityForm
  required: boolean
  problem: FormProblem | null
  onChange: (change: Partial<AuthorityForm>) => void
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation()
  const wrong = (...about: readonly FormProblem[]) =>
    problem !== null && about.includes(problem) ? t(`glossary.form.problem.${problem}`) : undefined
  return (
    <>
      <TextArea
        {...(ref && { ref })}
        label={t('glossary.form.authority')}
        hint={t('glossary.form.authorityHint')}
        rows={2}
        maxLength={2000}
        required={required}
        value={form.authority}
        wrong={wrong('no-authority', 'no-title')}
        onChange={(event) => onChange({ authority: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <Field
        label={t('glossary.form.authorityBody')}
        hint={t('glossary.form.authorityBodyHint')}
        maxLength={500}
        required={required}
        value={form.authorityBody}
        wrong={wrong('no-body')}
        onChange={(event) => onChange({ authorityBody: event.target.value })}
      />
      <Field
        label={t('glossary.form.authorityDate')}
        hint={t('glossary.form.authorityDateHint')}
        maxLength={10}
        required={required}
        value={form.authorityDate}
        wrong={wrong('no-date')}
        onChange={(event) => onChange({ authorityDate: event.target.value })}
      />
      <Field
        label={t('glossary.form.authorityPlace')}
        hint={t('glossary.form.authorityPlaceHint')}
        maxLength={2000}
        required={required}
        value={form.authorityPlace}
        wrong={wrong('no-place')}
        onChange={(event) => onChange({ authorityPlace: event.target.value })}
      />
    </>
  )
}
