import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import type { Person } from '../../../src/model/people.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { segmentStates } from '../../../src/model/state.ts'
import { Icon } from '../../components/icon.tsx'
import { Menu } from '../../components/menu.tsx'
import { StateBar } from '../../components/state-bar.tsx'
import { useMe } from '../../shell/session.tsx'
import { AssignedPeople } from './assigned.tsx'
import { groupOf } from './logic/grouping.ts'
import type { Shelf } from './use-shelf.ts'
import { WhyHere } from './why-here.tsx'

/** One document of the list: why it is here, what it is called, whose it is, and how far it has come. */
export function DocumentLine({
  link,
  document,
  shelf,
  onGive,
}: {
  link: Ref<HTMLAnchorElement>
  document: DocumentSummary
  shelf: Shelf
  onGive: (document: DocumentSummary) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const { id, title, english, name, labels, filename, segments, toSign } = document
  return (
    <li>
      <WhyHere document={document} />
      <div>
        <Link ref={link} href={toSign ? `/d/${id}/sign-off` : `/d/${id}`} className="title zh" lang="zh-CN">
          {title}
        </Link>
        {english === '' ? (
          <p className="soft">{t('documents.noEnglish')}</p>
        ) : (
          <p className="en" lang="en">
            {english}
          </p>
        )}
        <p className="sub">
          {name !== '' && (
            <>
              <b>{name}</b> ·{' '}
            </>
          )}
          {filename} · {t('documents.sentences', { count: segments })}
        </p>
        {labels.length > 0 && (
          <ul className="labels" aria-label={t('documents.labels')}>
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        )}
        <AssignedPeople document={document} />
      </div>
      <People document={document} />
      <Progress document={document} />
      <LineMenu document={document} shelf={shelf} me={me} onGive={onGive} />
    </li>
  )
}

/** Who translates, revises and signs; whose turn it is stands out. */
function People({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation()
  const { turns, open, signOff, translators, revisers, approver } = document
  const lines = [
    { role: 'translator', names: translators, now: turns.translator > 0 },
    { role: 'reviser', names: revisers, now: turns.translator === 0 && turns.reviser > 0 },
    { role: 'approver', names: approver === null ? [] : [approver], now: open === 0 && signOff !== 'signed' },
  ] as const
  return (
    <dl className="hands">
      {lines.map(({ role, names, now }) => (
        <div key={role}>
          <dt title={t(`role.${role}`)}>
            <span aria-hidden="true">{t(`documents.letter.${role}`)}</span>
            <span className="hidden">{t(`role.${role}`)}</span>
          </dt>
          <dd className={now ? 'now' : names.length === 0 ? 'soft' : ''}>
            {names.length > 0 ? names.join(t('common.listComma')) : t('documents.nobody')}
            {now && <span className="hidden">{t('documents.turn')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** How far the sentences are, and what was found in them; finished documents need no bar. */
function Progress({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation()
  const { segments, states, drafts, errors, warnings, open, signOff } = document
  const present = segmentStates.filter((state) => states[state] > 0)
  const undrafted = states.initial === segments && drafts.memory + drafts.machine + drafts.file === 0
  const finished = signOff === 'signed'
  return (
    <div className="far">
      {!undrafted && !finished && <StateBar states={states} />}
      <p>
        {present.map((state) => (
          <span key={state}>
            <Icon name={state === 'initial' ? (undrafted ? 'empty' : 'draft') : state} />{' '}
            {t('progress.count', { state: t(`state.${state}`), count: states[state] })}
          </span>
        ))}
      </p>
      <p>
        {open > 0 && <span>{t('documents.open', { count: open })}</span>}
        {errors > 0 && (
          <span className="red">
            <Icon name="error" /> {t('documents.errors', { count: errors })}
          </span>
        )}
        {warnings > 0 && (
          <span className="ochre">
            <Icon name="warning" /> {t('documents.warnings', { count: warnings })}
          </span>
        )}
      </p>
    </div>
  )
}

function LineMenu({
  document,
  shelf,
  me,
  onGive,
}: {
  document: DocumentSummary
  shelf: Shelf
  me: Person
  onGive: (document: DocumentSummary) => void
}) {
  const { t } = useTranslation()
  const { id, title } = document
  const archived = groupOf(document) === 'archive'
  return (
    <Menu className="line-menu" label={<Icon name="more" label={t('documents.menu', { title })} />}>
      <Link href={`/d/${id}`}>{t('documents.openIt')}</Link>
      <Link href={`/d/${id}/sign-off`}>{t('signOff.title')}</Link>
      <Link href={`/d/${id}/export`}>{t('export.link')}</Link>
      {mayDo(me, 'import-document') && <Link href={`/d/${id}/version`}>{t('newVersion.link')}</Link>}
      {mayDo(me, 'take-work') && (
        <button type="button" onClick={() => onGive(document)}>
          {t('assign.act')}
        </button>
      )}
      {mayDo(me, 'rename-document') && (
        <button type="button" onClick={() => shelf.change({ document, what: 'name' })}>
          {t('documents.rename')}
        </button>
      )}
      {mayDo(me, 'label-document') && (
        <button type="button" onClick={() => shelf.change({ document, what: 'labels' })}>
          {t('documents.label')}
        </button>
      )}
      {mayDo(me, 'archive-document') && (
        <button type="button" onClick={() => void (archived ? shelf.restore(document) : shelf.archive(document))}>
          {archived ? t('documents.restore') : t('documents.archive')}
        </button>
      )}
      {mayDo(me, 'delete-document') && document.signOff === 'never' && document.releases === 0 && (
        <button type="button" onClick={() => shelf.change({ document, what: 'deletion' })}>
          {t('documents.delete')}
        </button>
      )}
    </Menu>
  )
}
