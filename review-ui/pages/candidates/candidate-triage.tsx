import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateView } from '../../../src/contract/views/candidates.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { Key } from '../../components/key.tsx'
import { Loading } from '../../components/loading.tsx'
import { useOnceDrawn } from '../../interaction/focus.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { ActiveCandidate } from './active-candidate.tsx'
import { candidateKeys } from './candidate-keys.ts'
import { CandidateRow } from './candidate-row.tsx'
import { DocumentChoice } from './document-choice.tsx'
import { Progress } from './extraction-progress.tsx'
import { countsOf, englishOf, isUnsaved, move, type } from './logic/triage.ts'
import { SetAside } from './set-aside-candidates.tsx'
import { useCandidates, useDecisions } from './use-candidates.ts'

/** The candidates of one document or of all, one after the other. */
export function CandidateTriage({ document }: { document: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const candidates = useCandidates(document)
  const { remote, triage, setTriage, problem, setProblem, more } = candidates
  const { data: view, loading } = remote
  const decisions = useDecisions(candidates)
  const field = useRef<HTMLInputElement>(null)
  const onceDrawn = useOnceDrawn()
  const focusField = useCallback(() => onceDrawn(() => field.current?.focus()), [onceDrawn])
  const asking = useUnsaved(isUnsaved(triage))
  const { left } = countsOf(triage)
  const open = useCallback(
    (form: string) => {
      setProblem(null)
      setTriage((before) => ({ ...before, active: form }))
      focusField()
    },
    [setProblem, setTriage, focusField],
  )
  /** Says what was done; the focus goes to the field of the candidate that is next, or that lacks something. */
  const after = async (decision: Promise<boolean>, done: string) => {
    if (await decision) announce(done)
    focusField()
  }
  const last = triage.decisions.at(-1)
  const mayTakeBack = last?.type === 'dismissed' || (last?.type === 'accepted' && mayDo(me, 'decide-term'))
  const takeBack = () => {
    if (last === undefined) return
    const { form } = last.candidate
    const decision = last.type === 'accepted' ? decisions.retire(last) : decisions.restore(form)
    void after(decision, t(`candidates.said.back.${last.type}`, { form }))
  }
  const onTakeBack = mayTakeBack ? takeBack : null
  const active = (candidate: CandidateView) => (
    <ActiveCandidate
      key={candidate.form}
      ref={field}
      candidate={candidate}
      english={englishOf(triage, candidate)}
      problem={problem?.form === candidate.form ? problem.why : null}
      titleOf={document === undefined ? (id) => view?.documents.find((one) => one.id === id)?.title ?? '' : null}
      onType={(english) => {
        setProblem(null)
        setTriage((before) => type(before, candidate, english))
      }}
      onMove={(by) => {
        setProblem(null)
        setTriage(move(triage, by))
        focusField()
      }}
      onAccept={() =>
        void after(
          decisions.accept(candidate),
          t('candidates.said.accepted', { form: candidate.form, count: left - 1 }),
        )
      }
      onSetAside={() =>
        void after(
          decisions.setAside(candidate),
          t('candidates.said.dismissed', { form: candidate.form, count: left - 1 }),
        )
      }
      onTakeBack={onTakeBack}
    />
  )
  return (
    <>
      {asking}
      <DocumentChoice document={document} view={view} loading={loading} />
      {remote.failure !== null && <Loading remote={remote} />}
      {view !== null && (
        <>
          <Progress triage={triage} onTakeBack={onTakeBack} />
          {triage.left.length > 0 && (
            <>
              <KeyLine />
              <ul className="terms" aria-label={t('candidates.list')}>
                {triage.left.map((candidate) =>
                  candidate.form === triage.active ? (
                    active(candidate)
                  ) : (
                    <CandidateRow
                      key={candidate.form}
                      candidate={candidate}
                      english={englishOf(triage, candidate)}
                      onOpen={open}
                    />
                  ),
                )}
              </ul>
            </>
          )}
          {triage.left.length === 0 && !loading && <NoCandidates text={view.segments > 0} />}
          {more !== null && (
            <button type="button" className="button" disabled={loading} onClick={more}>
              {t('candidates.more')}
            </button>
          )}
          <SetAside
            dismissed={candidates.dismissed}
            onRestore={(form) => void after(decisions.restore(form), t('candidates.said.back.dismissed', { form }))}
          />
        </>
      )}
    </>
  )
}

function KeyLine() {
  const { t } = useTranslation()
  return (
    <p className="soft keys">
      {(['accept', 'aside', 'up', 'down', 'back'] as const).map((key) => (
        <span key={key}>
          <Key chord={candidateKeys[key]} /> {t(`candidates.keys.${key}`)}
        </span>
      ))}
    </p>
  )
}

function NoCandidates({ text }: { text: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="none">
      <p>
        <b>{t(text ? 'candidates.none' : 'candidates.noText')}</b>
      </p>
      <p className="soft">{t(text ? 'candidates.noneHint' : 'candidates.noTextHint')}</p>
    </div>
  )
}
