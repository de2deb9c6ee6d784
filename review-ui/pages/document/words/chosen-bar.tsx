import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import { preferredRendering, type Term } from '../../../../src/model/term.ts'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import type { ChosenSide, ChosenWords } from '../logic/chosen-words.ts'
import { useRoom } from '../room/room-context.tsx'

/** What can be done with the words that are chosen in a sentence. */
export function ChosenBar({
  ref,
  chosen,
  terms,
  onTerm,
  onForbid,
  onSay,
  onClear,
}: {
  /** Its first button. */
  ref: Ref<HTMLButtonElement>
  chosen: ChosenWords
  /** The terms of the sentence that have English to be forbidden; those in the chosen Chinese first. */
  terms: readonly Term[]
  onTerm: () => void
  onForbid: (term: Term, english: string) => void
  onSay: (what: 'comments' | 'quality', on: ChosenSide) => void
  onClear: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const bindings = useBindings()
  const { source, target } = chosen
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, and no field
    <div
      className="chosen-bar"
      role="group"
      aria-label={t('chosen.label')}
      // A button that is pressed leaves chosen what it is about.
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
      }}
    >
      <p>
        {source && (
          <q className="zh" lang="zh-CN">
            {source.text}
          </q>
        )}
        {target && (
          <q className="en" lang="en">
            {target.text}
          </q>
        )}
      </p>
      <div className="row-of-buttons">
        {mayDo(me, 'propose-term') && (
          <button ref={ref} type="button" className="button" onClick={onTerm}>
            {t(mayDo(me, 'decide-term') ? 'chosen.term' : 'chosen.proposeTerm')} <Key chord={bindings.term} />
          </button>
        )}
        {target && terms.length > 0 && mayDo(me, 'decide-term') && (
          <Forbid terms={terms} onForbid={(term) => onForbid(term, target.text)} />
        )}
        {source && (
          <button type="button" className="button" onClick={() => onSay('comments', { side: 'source', words: source })}>
            {t(target ? 'chosen.commentChinese' : 'chosen.comment')}
          </button>
        )}
        {target && (
          <button type="button" className="button" onClick={() => onSay('comments', { side: 'target', words: target })}>
            {t(source ? 'chosen.commentEnglish' : 'chosen.comment')}
          </button>
        )}
        {mayDo(me, 'mark-issue') && source && (
          <button type="button" className="button" onClick={() => onSay('quality', { side: 'source', words: source })}>
            {t(target ? 'chosen.issueChinese' : 'chosen.issue')}
          </button>
        )}
        {mayDo(me, 'mark-issue') && target && (
          <button type="button" className="button" onClick={() => onSay('quality', { side: 'target', words: target })}>
            {t(source ? 'chosen.issueEnglish' : 'chosen.issue')}
          </button>
        )}
        <button type="button" className="icon-button" aria-label={t('chosen.clear')} onClick={onClear}>
          <Icon name="close" />
        </button>
      </div>
    </div>
  )
}

/** Forbids the chosen English for a term of the sentence. */
function Forbid({ terms, onForbid }: { terms: readonly Term[]; onForbid: (term: Term) => void }) {
  const { t } = useTranslation()
  const [id, setId] = useState('')
  const term = terms.find((other) => other.id === id) ?? terms[0]
  if (term === undefined) return null
  return (
    <span className="forbid">
      <button type="button" className="button" onClick={() => onForbid(term)}>
        {t('chosen.forbid')}
      </button>
      {terms.length === 1 ? (
        <span className="zh" lang="zh-CN">
          {term.source[0]}
        </span>
      ) : (
        <select
          className="input"
          aria-label={t('chosen.forbidFor')}
          value={term.id}
          onChange={(event) => setId(event.target.value)}
        >
          {terms.map((other) => (
            <option key={other.id} value={other.id}>
              {other.source[0]} · {preferredRendering(other)}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}
