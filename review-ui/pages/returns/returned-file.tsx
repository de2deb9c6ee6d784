import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { refusalOfRoles } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { SegmentNumbers, useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { When } from '../../components/instant.tsx'
import { Notice } from '../../components/notice.tsx'
import { saveFile } from '../../interaction/download.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { ActBar } from './act-bar.tsx'
import { ChangeRows } from './change-rows.tsx'
import { DamageList } from './damage-list.tsx'
import {
  authorsOf,
  decisionsAtFirst,
  isChosenAtFirst,
  isTaken,
  type ReturnedChange,
  type ReturnsLook,
  takingOf,
} from './logic/choices.ts'
import { reportOf } from './logic/report.ts'
import { WhoseEdits } from './whose-edits.tsx'

/** What a file would do: whose edits first, then the edits, then the damage; one button for what is chosen. */
export function ReturnedFile({
  document,
  file,
  look,
  onCancel,
}: {
  document: string
  file: File
  look: ReturnsLook
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const [, navigate] = useLocation()
  const numberOf = useContext(SegmentNumbers)
  const taking = useSending()
  const { reviewer } = look
  // What a reviewer outside wrote is theirs, and nobody's edit.
  const authors = reviewer === null ? authorsOf(look.changes) : []
  const [decisions, setDecisions] = useState(() => decisionsAtFirst(authors, me.name))
  const [chosen, setChosen] = useState(
    () => new Set(look.changes.filter(reviewer === null ? isChosenAtFirst : () => true).map(({ segment }) => segment)),
  )
  const [confirm, setConfirm] = useState(false)
  const { counts } = look
  const refusal = refusalOfRoles(me.roles, reviewer === null ? 'edit' : 'send-review')
  const edits = look.changes.filter(({ type }) => type !== 'confirm')
  // Of suggestions those that are not shown are taken, too.
  const total = reviewer === null ? edits.length : counts.edit + counts.conflict
  const taken = (change: ReturnedChange) => isTaken(change, chosen, decisions)
  const undecided = authors.filter(({ name }) => decisions.get(name) === null).map(({ name }) => name)
  const take = async () => {
    const query = {
      filename: file.name,
      confirm: confirm ? 'yes' : 'no',
      ...takingOf(look.changes, taken, reviewer),
    } as const
    const done = await taking.send(call('takeReturns', { params: { document }, query, bytes: file }))
    if (done === null) return
    const { edited, confirmed, suggested, comments, left } = done
    announce(
      reviewer === null
        ? t('returns.taken', { edits: edited + confirmed, comments, left })
        : t('returns.suggested', { name: reviewer, suggested, comments, left }),
    )
    navigate(`/d/${document}`)
  }
  const report = () => {
    const heads = (['kind', 'number', 'id', 'source', 'now', 'target'] as const).map((name) =>
      t(`returns.head.${name}`),
    )
    const text = reportOf(look, numberOf, { heads, kind: (type) => t(`returns.kind.${type}`) })
    saveFile(new Blob([text], { type: 'text/csv' }), `${document}-returns.csv`)
  }
  return (
    <article className="returned-file">
      <header>
        <h2>{look.filename}</h2>
        <p className="soft">
          {t('returns.went', { sequence: look.sequence })} <When at={look.at} full />
        </p>
      </header>
      {reviewer !== null && <Notice>{t('returns.outside', { name: reviewer })}</Notice>}
      {look.notices.map((notice) => (
        <Notice key={notice.code}>{words.notice(notice)}</Notice>
      ))}
      {authors.length > 0 && (
        <WhoseEdits
          authors={authors}
          decisions={decisions}
          onDecide={(name, decision) => setDecisions(new Map(decisions).set(name, decision))}
        />
      )}
      <dl className="counts">
        {(['rows', 'unchanged', 'edited', 'comments', 'problems'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`returns.count.${name}`)}</dt>
            <dd>{name === 'edited' ? counts.edit + counts.conflict : counts[name]}</dd>
          </div>
        ))}
      </dl>
      {counts.moved > 0 && <p>{t('returns.moved', { count: counts.moved })}</p>}
      <ChangeRows
        outside={reviewer !== null}
        changes={edits}
        comments={look.comments}
        chosen={chosen}
        onChoose={(segment, on) => {
          const next = new Set(chosen)
          if (on) next.add(segment)
          else next.delete(segment)
          setChosen(next)
        }}
      />
      <DamageList document={document} problems={look.problems} />
      {look.more > 0 && <p className="soft">{t('returns.more', { count: look.more })}</p>}
      {refusal && <Notice>{words.refusal(refusal)}</Notice>}
      {taking.failure && <FailureNotice failure={taking.failure} />}
      <ActBar
        outside={reviewer !== null}
        edits={total - edits.filter((change) => !taken(change)).length}
        total={total}
        comments={counts.comments}
        confirmed={counts.confirmed}
        confirm={confirm}
        onConfirm={setConfirm}
        undecided={undecided}
        busy={taking.busy || refusal !== null}
        onTake={() => void take()}
        onReport={report}
        onCancel={onCancel}
      />
    </article>
  )
}
