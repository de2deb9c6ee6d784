import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../src/model/names.ts'
import { partsOfSpeech, termLists } from '../../../src/model/term.ts'
import { Field, TextArea } from '../../components/field.tsx'
import type { TermForm } from './logic/form.ts'
import { speechWords } from './term-words.tsx'

const chinese: readonly string[] = ['notBefore', 'notAfter']

/** What few terms need: shown when asked for, or when there is something of it. */
export function MoreInputs({ form, onChange }: { form: TermForm; onChange: (form: TermForm) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const { definition, laterMention, abbreviation, owner } = form.texts
  const [open] = useState(
    form.partOfSpeech !== '' ||
      [definition, laterMention, abbreviation, owner, ...Object.values(form.lists)].some((text) => text !== ''),
  )
  // Once a part of speech is named it can become another, not none.
  const [speechNamed] = useState(form.partOfSpeech !== '')
  return (
    <details className="more-fields" open={open}>
      <summary>{t('glossary.form.more')}</summary>
      <div className="stack">
        <TextArea
          label={t('glossary.form.definition')}
          rows={2}
          maxLength={5000}
          value={form.texts.definition}
          onChange={(event) => onChange({ ...form, texts: { ...form.texts, definition: event.target.value } })}
        />
        {(['laterMention', 'abbreviation', 'owner'] as const).map((name) => (
          <Field
            key={name}
            label={t(`glossary.form.${name}`)}
            hint={t(`glossary.form.${name}Hint`)}
            maxLength={500}
            value={form.texts[name]}
            onChange={(event) => onChange({ ...form, texts: { ...form.texts, [name]: event.target.value } })}
          />
        ))}
        <div className="field">
          <label htmlFor={id}>{t('glossary.form.partOfSpeech')}</label>
          <select
            id={id}
            className="input"
            value={form.partOfSpeech}
            onChange={(event) =>
              onChange({ ...form, partOfSpeech: nameIn(['', ...partsOfSpeech], event.target.value) })
            }
          >
            {!speechNamed && <option value="">{t('glossary.form.noSpeech')}</option>}
            {partsOfSpeech.map((part) => (
              <option key={part} value={part}>
                {speechWords(t, part)}
              </option>
            ))}
          </select>
        </div>
        {termLists.map((name) => (
          <TextArea
            key={name}
            label={t(`glossary.form.${name}`)}
            hint={t(`glossary.form.${name}Hint`)}
            rows={2}
            lang={chinese.includes(name) ? 'zh-CN' : 'en'}
            value={form.lists[name]}
            onChange={(event) => onChange({ ...form, lists: { ...form.lists, [name]: event.target.value } })}
          />
        ))}
      </div>
    </details>
  )
}
