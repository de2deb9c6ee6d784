import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useFocusRescue } from '../../interaction/focus.ts'
import { useReloadOnReturn, useRemote } from '../../interaction/use-remote.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { Filters } from './glossary-filters.tsx'
import { GlossaryHeader } from './glossary-header.tsx'
import { addRendering, emptyForm, fieldsOfTerm, formOf, type TermForm } from './logic/form.ts'
import { NoTerms } from './no-terms.tsx'
import { TermDialog } from './term-dialog.tsx'
import { TermList } from './term-list.tsx'
import type { TermAct } from './term-row.tsx'
import { useOpenedTerm } from './use-opened-term.ts'
import type { TermAtHand } from './use-term.ts'
import { useTermSearch } from './use-term-search.ts'

const statusOf = { approve: 'approved', retire: 'retired', restore: 'proposed' } as const

/** The dialog that is open. */
type OpenDialog =
  | { readonly type: 'form'; readonly at: TermAtHand | null; readonly start: TermForm }
  | { readonly type: 'decision'; readonly at: TermAtHand; readonly status: 'approved' | 'retired' | 'proposed' }

/** The glossary: every term, found in both languages as one types, with what may be done to it. */
export function GlossaryPage({ term: opened }: { term?: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const remote = useRemote('terms', (signal) => call('terms', { signal }))
  const view = remote.data
  useReloadOnReturn(remote.reload)
  const found = useTermSearch(view, opened)
  const { stop, setStop, names, open, show } = useOpenedTerm(opened, view !== null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useTitle(t('rooms.glossary'))
  const mayDecide = mayDo(me, 'decide-term')
  const mayAdd = me.roles.length > 0
  const { shown, terms } = found
  const toFirst = () => {
    const first = shown[0]?.id
    if (first !== undefined && names.focus(first)) setStop(first)
  }
  const stopAt = shown.some(({ id }) => id === stop) ? stop : (shown[0]?.id ?? '')
  // The button that began it may be gone with what was decided.
  useFocusRescue(dialog, () => {
    if (dialog === null) names.focus(opened)
  })
  useKeys({
    search: () => {
      search.current?.focus()
      search.current?.select()
    },
  })
  const act = useCallback(
    (what: TermAct, id: string) => {
      const at = view && atHand(view, id)
      if (at) setDialog(dialogFor(what, at))
    },
    [view],
  )
  const add = (source = '') => setDialog({ type: 'form', at: null, start: { ...emptyForm, source } })
  return (
    <>
      <Header />
      <main className="page glossary" id="main">
        <GlossaryHeader
          mayAdd={mayAdd}
          mayDecide={mayDecide}
          onAdd={() => add()}
          onImported={() => void remote.reload()}
        />
        <Loading remote={remote} />
        {view !== null && (
          <>
            <Filters ref={search} found={found} onDown={toFirst} />
            {terms.length === 0 && (
              <NoTerms
                empty={view.terms.length === 0}
                query={found.query}
                mayAdd={mayAdd}
                onAll={found.wantEverything}
                onAdd={add}
              />
            )}
            <TermList
              view={view}
              found={found}
              opened={opened}
              stop={stopAt}
              mayDecide={mayDecide}
              names={names}
              onStop={setStop}
              onOpen={open}
              onAct={act}
              onLeave={() => search.current?.focus()}
            />
          </>
        )}
      </main>
      {view !== null && dialog?.type === 'form' && (
        <TermDialog
          at={dialog.at}
          start={dialog.start}
          view={view}
          mayDecide={mayDecide}
          onTerms={remote.replace}
          onClose={(id) => {
            setDialog(null)
            if (id === null || id === opened) return
            // A new term may be hidden by what was looked for; it is shown with all the others.
            found.wantEverything()
            show(id)
          }}
        />
      )}
      {view !== null && dialog?.type === 'decision' && (
        <DecideDialog
          start={dialog.at}
          status={dialog.status}
          view={view}
          onTerms={remote.replace}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

function atHand(view: TermsView, id: string): TermAtHand | null {
  const term = view.terms.find((other) => other.id === id)
  return term ? { term, count: view.changes[id]?.count ?? 0 } : null
}

function dialogFor(what: TermAct, at: TermAtHand): OpenDialog {
  if (what !== 'edit' && what !== 'forbid') return { type: 'decision', at, status: statusOf[what] }
  const start = formOf(fieldsOfTerm(at.term))
  return { type: 'form', at, start: what === 'forbid' ? addRendering(start, 'forbidden') : start }
}
