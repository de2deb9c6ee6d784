import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useReloadOnReturn, useRemote } from '../../interaction/use-remote.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Header } from '../../shell/header.tsx'
import { hasRole, useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { AssignDocuments } from './assign-documents.tsx'
import { Assigned } from './assigned.tsx'
import { DamagedDocuments } from './damaged-documents.tsx'
import { DocumentGroups } from './document-groups.tsx'
import { ImportBox } from './import-box.tsx'
import { ImportReport, type ImportResult } from './import-report.tsx'
import { LabelFilter } from './label-filter.tsx'
import { ListTools } from './list-tools.tsx'
import {
  type Assignee,
  answersSearch,
  assigneesOf,
  type Group,
  groups,
  groupsOf,
  isAssignedTo,
  labelsOf,
  shownOf,
} from './logic/grouping.ts'
import { NothingFound } from './nothing-found.tsx'
import { ShelfNotice } from './shelf-notice.tsx'
import { useShelf } from './use-shelf.ts'

/** As many as one request may give. */
const mostGiven = 500

/** What waits for whom: one list, each document once. */
export function Documents() {
  const { t } = useTranslation()
  const me = useMe()
  // Who reads and signs comes for the documents, not to bring one.
  const brings = hasRole(me, 'translator', 'administrator')
  const remote = useRemote('documents', (signal) => call('documents', { signal }))
  const [results, setResults] = useState<readonly ImportResult[]>([])
  const [filter, setFilter] = useState<Group | 'all'>('all')
  const [query, setQuery] = useState('')
  const [asked, setAssignee] = useState<Assignee | null>(null)
  const [address, setAddress] = useSearchParams()
  const [giving, setGiving] = useState<readonly DocumentSummary[] | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const shelf = useShelf(remote.reload)
  useReloadOnReturn(remote.reload)
  useTitle(t('rooms.documents'))
  useKeys({ search: () => search.current?.focus() })
  const importBox = (
    <ImportBox
      onBegin={() => setResults([])}
      onResult={(result) => {
        setResults((before) => [...before, result])
        if (result.type === 'document') void remote.reload()
      }}
    />
  )
  const all = remote.data?.documents
  // Somebody whose last assignment is done is not offered any more.
  const isGone = asked !== null && asked.person !== null && !assigneesOf(all ?? []).has(asked.person)
  const assignee = isGone ? null : asked
  const labels = labelsOf(all ?? [])
  const asks = address.get('label') ?? ''
  const label = labels.has(asks) ? asks : ''
  const documents = all?.filter(
    (document) =>
      (assignee === null || isAssignedTo(document, assignee)) && (label === '' || document.labels.includes(label)),
  )
  return (
    <>
      <Header />
      <main className="page documents" id="main">
        <header>
          <h1>{t('rooms.documents')}</h1>
          {all !== undefined && all.length > 0 && <Waiting documents={all} />}
          {mayDo(me, 'replace') && (
            <p>
              <Link href="/replace">{t('replacing.title')}</Link>
            </p>
          )}
        </header>
        {brings && importBox}
        <ImportReport results={results} onClose={() => setResults([])} />
        <ShelfNotice shelf={shelf} labels={[...labels.keys()]} />
        <Loading remote={remote} />
        <DamagedDocuments documents={remote.data?.damaged ?? []} />
        {all?.length === 0 && remote.data?.damaged.length === 0 && <NoDocuments />}
        {all !== undefined && documents !== undefined && all.length > 0 && (
          <>
            <ListTools
              ref={search}
              counts={countsOf(documents)}
              filter={filter}
              onFilter={setFilter}
              query={query}
              onQuery={setQuery}
            />
            <div className="list-choices">
              <Assigned
                documents={all}
                assignee={assignee}
                onFilter={setAssignee}
                onGive={
                  mayDo(me, 'assign-work')
                    ? () => setGiving(shownOf(documents, filter, query).slice(0, mostGiven))
                    : null
                }
              />
              <LabelFilter
                labels={labels}
                label={label}
                onFilter={(name) => setAddress(name === '' ? {} : { label: name })}
              />
            </div>
            <Found
              documents={documents}
              filter={filter}
              query={query}
              shelf={shelf}
              onGive={(document) => setGiving([document])}
              onFilter={setFilter}
              onQuery={setQuery}
            />
          </>
        )}
        {!brings && importBox}
        {giving !== null && (
          <AssignDocuments documents={giving} onDone={remote.reload} onClose={() => setGiving(null)} />
        )}
      </main>
    </>
  )
}

function countsOf(documents: readonly DocumentSummary[]): Readonly<Record<Group | 'all', number>> {
  const { mine, others, signed, archive } = groupsOf(documents)
  const counts = { mine: mine.length, others: others.length, signed: signed.length, archive: archive.length }
  return { ...counts, all: counts.mine + counts.others + counts.signed }
}

/** How much there is for the reader to do, in one sentence. */
function Waiting({ documents }: { documents: readonly DocumentSummary[] }) {
  const { t } = useTranslation()
  const { mine } = groupsOf(documents)
  const returned = mine.filter((document) => document.returned !== null).length
  return (
    <p className="waits">
      <b>{mine.length > 0 ? t('documents.waits', { count: mine.length }) : t('documents.nothingWaits')}</b>
      {returned > 0 && t('documents.sentBack', { count: returned })}
    </p>
  )
}

/** The part of the list that filter and search leave, or that they leave nothing. */
function Found({
  documents,
  filter,
  query,
  shelf,
  onGive,
  onFilter,
  onQuery,
}: {
  documents: readonly DocumentSummary[]
  filter: Group | 'all'
  query: string
  shelf: ReturnType<typeof useShelf>
  onGive: (document: DocumentSummary) => void
  onFilter: (filter: Group | 'all') => void
  onQuery: (query: string) => void
}) {
  const { t } = useTranslation()
  const found = groupsOf(query.trim() === '' ? documents : documents.filter((one) => answersSearch(one, query.trim())))
  const shown = filter === 'all' ? groups.filter((group) => group !== 'archive') : [filter]
  if (shown.every((group) => found[group].length === 0) && query.trim() !== '') {
    const elsewhere = groups.reduce((sum, group) => sum + found[group].length, 0)
    return (
      <NothingFound
        query={query.trim()}
        elsewhere={elsewhere}
        onElsewhere={() => onFilter(found.archive.length === elsewhere ? 'archive' : 'all')}
        onClear={() => onQuery('')}
      />
    )
  }
  if (filter !== 'all' && found[filter].length === 0) {
    return (
      <div className="none">
        <p>
          <b>{filter === 'mine' ? t('documents.nothingWaits') : t('documents.noneHere')}</b>
        </p>
        <button type="button" className="button" onClick={() => onFilter('all')}>
          {t('filter.showAll')}
        </button>
      </div>
    )
  }
  return (
    <DocumentGroups
      groups={found}
      shown={shown}
      shelf={shelf}
      onGive={onGive}
      onArchive={filter === 'all' ? () => onFilter('archive') : null}
    />
  )
}

function NoDocuments() {
  const { t } = useTranslation()
  return (
    <div className="none">
      <p>
        <b>{t('documents.none')}</b>
      </p>
      <p className="soft">{t('documents.noneHint')}</p>
    </div>
  )
}
