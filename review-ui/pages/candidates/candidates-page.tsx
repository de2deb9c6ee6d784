import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { mayDo } from '../../../src/model/permissions.ts'
import { Key } from '../../components/key.tsx'
import { Loading } from '../../components/loading.tsx'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { ActiveCandidate } from './active-candidate.tsx'
import { candidateKeys } from './candidate-keys.ts'
import { CandidateRow } from './candidate-row.tsx'
import { Progress } from './extraction-progress.tsx'
import { countsOf, englishOf, isUnsaved, move, type } from './logic/triage.ts'
import { SetAside } from './set-aside-candidates.tsx'
import { useCandidates } from './use-candidates.ts'

/** Finds terms in documents: candidates one after the other, each accepted into the glossary or set aside by a key. */
export function CandidatesPage({ document }: { document?: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  useTitle(t('candidates.title'))
  return (
    <>
      <Header />
      <main className="page glossary candidates" id="main">
        <header>
          <p>
            <Link href="/glossary">{t('rooms.glossary')}</Link>
          </p>
          <h1>{t('candidates.title')}</h1>
          <p className="about">{t('candidates.about')}</p>
        </header>
        {me.roles.length === 0 ? <p className="soft">{t('glossary.noAdding')}</p> : <Finding document={document} />}
      </main>
    </>
  )
}

function Finding({ document }: { document: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const [, go] = useLocation()
  const { view, failure, reading, work, setWork, trouble, setTrouble, more, again, ...deeds } = useCandidates(document)
  const field = useRef<HTMLInputElement>(null)
  /** Whether the focus is to go to the field of the row one is at, once it is drawn. */
  const focus = useRef(false)
  const asking = useUnsaved(isUnsaved(work))
  const counts = countsOf(work)

  const { active, left } = work
  // biome-ignore lint/correctness/useExhaustiveDependencies: with these another field is there, or something is wrong in it.
  useEffect(() => {
    if (!focus.current) return
    focus.current = false
    field.current?.focus()
  }, [active, left, trouble])

  const open = useCallback(
    (form: string) => {
      focus.current = true
      setTrouble(null)
      setWork((before) => ({ ...before, active: form }))
    },
    [setTrouble, setWork],
  )
  const last = work.deeds.at(-1)
  const mayTakeBack = last?.type === 'dismissed' || (last?.type === 'accepted' && mayDo(me, 'decide-term'))
  const takeBack = async () => {
    if (last === undefined) return
    focus.current = true
    const { form } = last.candidate
    if (await (last.type === 'accepted' ? deeds.retire(last) : deeds.restore(form)))
      announce(t(`candidates.said.back.${last.type}`, { form }))
  }
  const restore = async (form: string) => {
    focus.current = true
    if (await deeds.restore(form)) announce(t('candidates.said.back.dismissed', { form }))
  }

  return (
    <>
      {asking}
      <div className="choice">
        <label>
          <span>{t('candidates.where')}</span>
          <select
            className="input"
            value={document ?? ''}
            onChange={({ target: { value } }) => go(`/glossary/candidates${value === '' ? '' : `/${value}`}`)}
          >
            <option value="">{t('candidates.everywhere')}</option>
            {view?.documents.map(({ id, title }) => (
              <option key={id} value={id} lang="zh-CN">
                {title}
              </option>
            ))}
          </select>
        </label>
        <p className="soft" role="status">
          {reading
            ? t('candidates.reading')
            : view !== null && t('candidates.read', { count: view.segments, found: view.candidates.length })}
          {!reading && view !== null && view.left > 0 && ` ${t('candidates.tooMany', { count: view.left })}`}
        </p>
      </div>
      <Loading failure={failure} waiting={false} again={again} />
      {view !== null && (
        <>
          <Progress work={work} onTakeBack={mayTakeBack ? () => void takeBack() : null} />
          {work.left.length > 0 ? (
            <>
              <p className="soft keys">
                {(['accept', 'aside', 'up', 'down', 'back'] as const).map((key) => (
                  <span key={key}>
                    <Key chord={candidateKeys[key]} /> {t(`candidates.keys.${key}`)}
                  </span>
                ))}
              </p>
              <ul className="terms" aria-label={t('candidates.list')}>
                {work.left.map((candidate) =>
                  candidate.form !== work.active ? (
                    <CandidateRow
                      key={candidate.form}
                      candidate={candidate}
                      english={englishOf(work, candidate)}
                      onOpen={open}
                    />
                  ) : (
                    <ActiveCandidate
                      key={candidate.form}
                      ref={field}
                      candidate={candidate}
                      english={englishOf(work, candidate)}
                      trouble={trouble?.form === candidate.form ? trouble.why : null}
                      titleOf={
                        document === undefined ? (id) => view.documents.find((one) => one.id === id)?.title ?? '' : null
                      }
                      onType={(english) => {
                        setTrouble(null)
                        setWork((before) => type(before, candidate, english))
                      }}
                      onMove={(by) => {
                        const moved = move(work, by)
                        focus.current = moved.active !== active
                        setTrouble(null)
                        setWork(moved)
                      }}
                      onAccept={async () => {
                        focus.current = true
                        if (await deeds.accept(candidate))
                          announce(t('candidates.said.accepted', { form: candidate.form, count: counts.left - 1 }))
                      }}
                      onSetAside={async () => {
                        focus.current = true
                        if (await deeds.setAside(candidate))
                          announce(t('candidates.said.dismissed', { form: candidate.form, count: counts.left - 1 }))
                      }}
                      onTakeBack={mayTakeBack ? () => void takeBack() : null}
                    />
                  ),
                )}
              </ul>
            </>
          ) : (
            !reading && (
              <div className="none">
                <p>
                  <b>{t(view.segments === 0 ? 'candidates.noText' : 'candidates.none')}</b>
                </p>
                <p className="soft">{t(view.segments === 0 ? 'candidates.noTextHint' : 'candidates.noneHint')}</p>
              </div>
            )
          )}
          {more !== null && (
            <button type="button" className="button" disabled={reading} onClick={() => void more()}>
              {t('candidates.more')}
            </button>
          )}
          <SetAside dismissed={view.dismissed} onRestore={(form) => void restore(form)} />
        </>
      )}
    </>
  )
}
