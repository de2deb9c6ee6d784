import { type KeyboardEvent, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateView } from '../../../src/contract/views/candidates.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Key } from '../../components/key.tsx'
import { answers, chordOf } from '../../keys/keys.ts'
import { candidateKeys } from './candidate-keys.ts'
import { Facts } from './candidate-row.tsx'
import { Contexts } from './contexts.tsx'
import type { Problem } from './use-candidates.ts'

/** The candidate one is at: its English to be written, the sentences it stands in, and what to do with it. */
export function ActiveCandidate({
  ref,
  candidate,
  english,
  problem,
  titleOf,
  onType,
  onMove,
  onAccept,
  onSetAside,
  onTakeBack,
}: {
  ref: Ref<HTMLInputElement>
  candidate: CandidateView
  english: string
  problem: Problem['why'] | null
  titleOf: ((document: string) => string) | null
  onType: (english: string) => void
  onMove: (by: number) => void
  onAccept: () => void
  onSetAside: () => void
  /** Null where there is nothing to take back, or no right to. */
  onTakeBack: (() => void) | null
}) {
  const { t } = useTranslation()
  const words = useWords()
  const id = useId()
  const { form, nestedIn, contexts } = candidate
  const proposed = candidate.english
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chord = chordOf(event.nativeEvent)
    const does = (key: string) => answers(chord, key)
    // In a field where something was typed, taking back is the field's own.
    const untouched = english === (proposed?.text ?? '')
    if (does(candidateKeys.accept)) onAccept()
    else if (does(candidateKeys.aside)) onSetAside()
    else if (does(candidateKeys.down)) onMove(1)
    else if (does(candidateKeys.up)) onMove(-1)
    else if (does(candidateKeys.back) && untouched && onTakeBack !== null) onTakeBack()
    else return
    event.preventDefault()
  }
  return (
    <li data-open>
      <form
        aria-labelledby={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault()
          onAccept()
        }}
      >
        <div className="entry">
          <div className="chinese">
            <h2 className="name zh" lang="zh-CN" id={`${id}-form`}>
              {form}
            </h2>
          </div>
          <div className="english">
            <span className="hidden" id={`${id}-label`}>
              {t('candidates.english')}
            </span>
            <input
              ref={ref}
              className="input en"
              lang="en"
              maxLength={500}
              autoComplete="off"
              value={english}
              aria-labelledby={`${id}-label ${id}-form`}
              aria-describedby={`${id}-found ${id}-wrong`}
              aria-invalid={problem !== null}
              onChange={(event) => onType(event.target.value)}
              onKeyDown={press}
            />
            <p className="red" id={`${id}-wrong`} role="alert">
              {problem !== null && (problem === 'empty' ? t('candidates.empty') : words.failure(problem))}
            </p>
            <p className="soft" id={`${id}-found`}>
              {proposed === null
                ? t('candidates.found.nothing')
                : t(`candidates.found.${proposed.found}`, { pairs: proposed.pairs, of: proposed.of })}
            </p>
          </div>
          <Facts candidate={candidate}>
            {nestedIn.length > 0 && (
              <p>
                <span className="soft">{t('candidates.partOf')} </span>
                <span className="zh" lang="zh-CN">
                  {nestedIn.join('、')}
                </span>
              </p>
            )}
          </Facts>
        </div>
        <div className="more">
          <div className="row-of-buttons">
            <button type="submit" className="button primary">
              {t('candidates.accept')} <Key chord={candidateKeys.accept} />
            </button>
            <button type="button" className="button" onClick={onSetAside}>
              {t('candidates.setAside')} <Key chord={candidateKeys.aside} />
            </button>
          </div>
          <Contexts contexts={contexts} titleOf={titleOf} />
        </div>
      </form>
    </li>
  )
}
