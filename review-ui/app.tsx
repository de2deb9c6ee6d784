import { useTranslation } from 'react-i18next'
import { Link, Route, Router, Switch } from 'wouter'
import { base } from './base.ts'
import { FaultBoundary } from './components/fault.tsx'
import { AlignmentPage } from './pages/alignment/alignment-page.tsx'
import { CandidatesPage } from './pages/candidates/candidates-page.tsx'
import { DocumentPage } from './pages/document/document-page.tsx'
import { Documents } from './pages/documents/documents-page.tsx'
import { EnginesPage } from './pages/engines/engines-page.tsx'
import { ExportPage } from './pages/export/export-page.tsx'
import { FiguresPage } from './pages/figures/figures-page.tsx'
import { GlossaryPage } from './pages/glossary/glossary-page.tsx'
import { Invitation } from './pages/invitation/invitation-page.tsx'
import { MemoryPage } from './pages/memory/memory-page.tsx'
import { NewVersionPage } from './pages/new-version/new-version-page.tsx'
import { PeoplePage } from './pages/people/people-page.tsx'
import { RecordPage } from './pages/people/record-page.tsx'
import { ReleasesPage } from './pages/releases/releases-page.tsx'
import { ReturnsPage } from './pages/returns/returns-page.tsx'
import { SettingsPage } from './pages/settings/settings-page.tsx'
import { SignIn } from './pages/sign-in/sign-in-page.tsx'
import { SignOffPage } from './pages/sign-off/sign-off-page.tsx'
import { TermChangesPage } from './pages/term-changes/term-changes-page.tsx'
import { LiveRegions } from './shell/announce.tsx'
import { Header } from './shell/header.tsx'
import { SessionProvider, useSession } from './shell/session.tsx'
import { useTitle } from './shell/title.ts'

export function App() {
  return (
    <Router base={base}>
      <FaultBoundary>
        <SessionProvider>
          <Switch>
            <Route path="/invite">
              <Invitation />
            </Route>
            <Route>
              <Rooms />
            </Route>
          </Switch>
        </SessionProvider>
      </FaultBoundary>
      <LiveRegions />
    </Router>
  )
}

/** The pages for people who are signed in, by their addresses. */
function Rooms() {
  const { session } = useSession()
  if (session.person === null) return <SignIn />
  return (
    <Switch>
      <Route path="/">
        <Documents />
      </Route>
      <Route path="/d/:document/sign-off">{({ document }) => <SignOffPage key={document} document={document} />}</Route>
      <Route path="/d/:document/figures">{({ document }) => <FiguresPage key={document} document={document} />}</Route>
      <Route path="/d/:document/export">{({ document }) => <ExportPage key={document} document={document} />}</Route>
      <Route path="/d/:document/returns">{({ document }) => <ReturnsPage key={document} document={document} />}</Route>
      <Route path="/d/:document/version">
        {({ document }) => <NewVersionPage key={document} document={document} />}
      </Route>
      <Route path="/d/:document/:segment?">
        {({ document, segment }) => <DocumentPage document={document} segment={segment} />}
      </Route>
      <Route path="/glossary/candidates/:document?">{({ document }) => <CandidatesPage document={document} />}</Route>
      <Route path="/glossary/:term/changes">{({ term }) => <TermChangesPage key={term} term={term} />}</Route>
      <Route path="/glossary/:term?">{({ term }) => <GlossaryPage term={term} />}</Route>
      <Route path="/memory">
        <MemoryPage />
      </Route>
      <Route path="/memory/align">
        <AlignmentPage />
      </Route>
      <Route path="/engines">
        <EnginesPage />
      </Route>
      <Route path="/releases">
        <ReleasesPage />
      </Route>
      <Route path="/people/record">
        <RecordPage />
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function NotFound() {
  const { t } = useTranslation()
  useTitle(t('notFound.title'))
  return (
    <>
      <Header />
      <main className="page stack" id="main">
        <h1>{t('notFound.title')}</h1>
        <p>
          <Link href="/">{t('rooms.documents')}</Link>
        </p>
      </main>
    </>
  )
}
