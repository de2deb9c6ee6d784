import { type FormEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type IssueCategory,
  type IssueSeverity,
  issueCategories,
  issueSeverities,
} from '../../../../src/model/quality.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Select, TextArea } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import type { ChosenSide } from '../logic/chosen-words.ts'
import { useRoom } from '../room/room-context.tsx'

/** Marks an issue by its kind and severity; and says that whatever is wrong is marked. */
export function IssueForm({
  ref,
  segment,
  on,
  onOn,
  busy,
  onAssess,
}: {
  ref: RefObject<HTMLSelectElement | null>
  segment: string
  on: ChosenSide | null
  onOn: (on: ChosenSide | null) => void
  busy: boolean
  onAssess: () => void
}) {
  const { t } = useTranslation()
  const room = useRoom()
  const [category, setCategory] = useState<IssueCategory>('accuracy')
  const [severity, setSeverity] = useState<IssueSeverity>('minor')
  const [text, setText] = useState('')
  const sending = useSending()
  const mark = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending.busy) return
    if (!(await sending.step(room.markIssue(segment, { category, severity, text: text.trim(), on })))) return
    setText('')
    onOn(null)
    announce(t('quality.marked'))
  }
  return (
    <form className="stack issue-form" onSubmit={(event) => void mark(event)}>
      {on && (
        <p className="on-words">
          <span className="soft">{t('quality.onWords')}</span>
          <q className={on.side === 'source' ? 'zh' : 'en'} lang={on.side === 'source' ? 'zh-CN' : 'en'}>
            {on.words.text}
          </q>
          <button type="button" className="icon-button" aria-label={t('quality.onAll')} onClick={() => onOn(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <Select
        ref={ref}
        label={t('quality.category.label')}
        hint={t(`quality.means.${category}`)}
        value={category}
        onChange={({ target }) => setCategory(issueCategories.find((name) => name === target.value) ?? category)}
      >
        {issueCategories.map((name) => (
          <option key={name} value={name}>
            {t(`quality.category.${name}`)}
          </option>
        ))}
      </Select>
      <Severities chosen={severity} onChoose={setSeverity} />
      <TextArea
        label={t('quality.note')}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (!isSubmit(event.nativeEvent)) return
          // The key would else confirm the segment.
          event.preventDefault()
          void mark()
        }}
      />
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button" disabled={busy || sending.busy}>
          {t('quality.mark')}
        </button>
        <button type="button" className="button primary" disabled={busy || sending.busy} onClick={onAssess}>
          {t('quality.assess')}
        </button>
      </div>
      <p className="soft">
        <small>{t('quality.assessHint')}</small>
      </p>
    </form>
  )
}

function Severities({ chosen, onChoose }: { chosen: IssueSeverity; onChoose: (severity: IssueSeverity) => void }) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className="field severities">
      <legend className="label">{t('quality.severity.label')}</legend>
      {issueSeverities.map((severity) => (
        <label key={severity}>
          <input type="radio" name={name} checked={severity === chosen} onChange={() => onChoose(severity)} />
          <span>{t(`quality.severity.${severity}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
