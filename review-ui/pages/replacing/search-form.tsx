import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import { searchModes } from '../../../src/model/search.ts'
import { segmentStates } from '../../../src/model/state.ts'
import type { Failure, Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field, Select } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import type { Wanted } from './logic/wanted.ts'

interface SearchFormProps {
  readonly wanted: Wanted
  readonly documents: Reply<'documents'>['documents']
  readonly people: readonly Person[]
  readonly failure: Failure | null
  readonly busy: boolean
  readonly onChange: (wanted: Wanted) => void
  readonly onFind: () => void
}

/** What is looked for and where; Enter in any field looks. */
export function SearchForm({ wanted, documents, people, failure, busy, onChange, onFind }: SearchFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const change = (changes: Partial<Wanted>) => onChange({ ...wanted, ...changes })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind()
  }
  // What is wrong with the words stands at the field; everything else, below.
  const isAboutWords = failure?.type === 'refusal' && /^(search|expression)-/.test(failure.code)
  const open = documents.filter(({ archived, id }) => archived === null || id === wanted.document)
  return (
    <form className="search" onSubmit={submit}>
      <Select
        label={t('replacing.in')}
        value={wanted.document}
        hint={wanted.document === '' ? t('replacing.notArchived') : undefined}
        onChange={({ target }) => change({ document: target.value })}
      >
        <option value="">
          {t('replacing.allDocuments', { count: open.filter(({ archived }) => !archived).length })}
        </option>
        {open.map(({ id, title, name }) => (
          <option key={id} value={id} lang="zh-CN">
            {name === '' ? title : `${title} · ${name}`}
          </option>
        ))}
      </Select>
      <Field
        label={t('replacing.find')}
        className={wanted.mode === 'expression' ? 'input expression' : 'input en'}
        lang="en"
        value={wanted.find}
        autoFocus={wanted.find === ''}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={500}
        wrong={isAboutWords ? words.failure(failure) : undefined}
        hint={wanted.mode === 'expression' ? t('replacing.expressionHint') : undefined}
        onChange={({ target }) => change({ find: target.value })}
      />
      <fieldset className="filters filter-buttons">
        <legend className="hidden">{t('replacing.mode')}</legend>
        {searchModes.map((mode) => (
          <button key={mode} type="button" aria-pressed={wanted.mode === mode} onClick={() => change({ mode })}>
            {t(`replacing.modes.${mode}`)}
          </button>
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={wanted.capitals}
          onChange={({ target }) => change({ capitals: target.checked })}
        />
        <span>{t('replacing.capitals')}</span>
      </label>
      <Field
        label={t('replacing.replacement')}
        className={wanted.mode === 'expression' ? 'input expression' : 'input en'}
        lang="en"
        value={wanted.replacement}
        autoCapitalize="off"
        maxLength={2000}
        hint={wanted.mode !== 'expression' && !wanted.capitals ? t('replacing.capitalsHint') : undefined}
        onChange={({ target }) => change({ replacement: target.value })}
      />
      <Field
        label={t('replacing.chinese')}
        className="input zh"
        lang="zh-CN"
        value={wanted.chinese}
        maxLength={500}
        onChange={({ target }) => change({ chinese: target.value })}
      />
      <StateChoice wanted={wanted} onChange={change} />
      <Select
        label={t('replacing.person')}
        value={wanted.person}
        onChange={({ target }) => change({ person: target.value })}
      >
        <option value="">{t('replacing.anyone')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {failure && !isAboutWords && <FailureNotice failure={failure} />}
      <button type="submit" className="button" disabled={busy}>
        {busy ? t('replacing.looking') : t('replacing.look')}
      </button>
      <p className="soft small">{t('replacing.never')}</p>
    </form>
  )
}

function StateChoice({ wanted, onChange }: { wanted: Wanted; onChange: (changes: Partial<Wanted>) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{t('replacing.states')}</legend>
      <div className="checks">
        {segmentStates.map((state) => (
          <label key={state} className="check">
            <input
              type="checkbox"
              checked={wanted.states.includes(state)}
              onChange={({ target }) => {
                const states = segmentStates.filter((one) =>
                  one === state ? target.checked : wanted.states.includes(one),
                )
                onChange({ states })
              }}
            />
            <span>
              <Icon name={state === 'initial' ? 'draft' : state} /> {t(`replacing.state.${state}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
