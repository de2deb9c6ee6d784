import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, TextArea } from '../../components/field.tsx'
import type { FormProblem } from './logic/form.ts'

/** Where the approved English comes from, and since when. */
export function AuthorityInputs({
  ref,
  authority,
  date,
  required,
  problem,
  onAuthority,
  onDate,
  onKeyDown,
}: {
  ref?: Ref<HTMLTextAreaElement>
  authority: string
  date: string
  required: boolean
  problem: FormProblem | null
  onAuthority: (authority: string) => void
  onDate: (date: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation()
  const wrong = (about: FormProblem) => (problem === about ? t(`glossary.form.problem.${about}`) : undefined)
  return (
    <>
      <TextArea
        {...(ref && { ref })}
        label={t('glossary.form.authority')}
        hint={t('glossary.form.authorityHint')}
        rows={2}
        maxLength={2000}
        required={required}
        value={authority}
        wrong={wrong('no-authority')}
        onChange={(event) => onAuthority(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Field
        label={t('glossary.form.authorityDate')}
        hint={t('glossary.form.authorityDateHint')}
        maxLength={10}
        required={required}
        value={date}
        wrong={wrong('no-date')}
        onChange={(event) => onDate(event.target.value)}
      />
    </>
  )
}
