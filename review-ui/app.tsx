import { useTranslation } from 'react-i18next'
import { Link, Route, Router, Switch } from 'wouter'
import { base } from './base.ts'
import { FaultBoundary } from './components/fault.tsx'
import { whenLoaded } from './components/when-loaded.tsx'
import { documentAt } from './document-at.ts'
import { Invitation } from './pages/invitation/invitation-page.tsx'
import { SignIn } from './pages/sign-in/sign-in-page.tsx'
import { LiveRegions } from './shell/announce.tsx'
import { Header } from './shell/header.tsx'
import { SessionProvider, useSession } from './shell/session.tsx'
import { useTitle } from './shell/title.ts'

// What one comes to first is loaded by itself: the page of a document, or all others together.
const office = () => import('./office.ts')
const documentPage = () => import('./pages/document/document-page.tsx')
// It comes beside the words, and what fails here is tried again where it is drawn.
void (documentAt(location.pathname) === null ? office() : documentPage()).catch(() => undefined)

const DocumentPage = whenLoaded(async () => (await documentPage()).DocumentPage)
const AlignmentPage = whenLoaded(async () => (await office()).AlignmentPage)
const CandidatesPage = whenLoaded(async () => (await office()).CandidatesPage)
const CountsPage = whenLoaded(async () => (await office()).CountsPage)
const Documents = whenLoaded(async () => (await office()).Documents)
const EnginesPage = whenLoaded(async () => (await office()).EnginesPage)
const ExportPage = whenLoaded(async () => (await office()).ExportPage)
const FiguresPage = whenLoaded(async () => (await office()).FiguresPage)
const GlossaryPage = whenLoaded(async () => (await office()).GlossaryPage)
const MemoryPage = whenLoaded(async () => (await office()).MemoryPage)
const NewVersionPage = whenLoaded(async () => (await office()).NewVersionPage)
const NoticesPage = whenLoaded(async () => (await office()).NoticesPage)
const PeoplePage = whenLoaded(async () => (await office()).PeoplePage)
const QualityPage = whenLoaded(async () => (await office()).QualityPage)
const RecordPage = whenLoaded(async () => (await office()).RecordPage)
const ReleasesPage = whenLoaded(async () => (await office()).ReleasesPage)
const ReplacingPage = whenLoaded(async () => (await office()).ReplacingPage)
const ReturnsPage = whenLoaded(async () => (await office()).ReturnsPage)
const RevisionsPage = whenLoaded(async () => (await office()).RevisionsPage)
const SettingsPage = whenLoaded(async () => (await office()).SettingsPage)
const SignOffPage = whenLoaded(async () => (await office()).SignOffPage)
const TermChangesPage = whenLoaded(async () => (await office()).TermChangesPage)

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
      <Route path="/d/:document/revisions">
        {({ document }) => <RevisionsPage key={document} document={document} />}
      </Route>
      <Route path="/d/:document/quality">{({ document }) => <QualityPage key={document} document={document} />}</Route>
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
      <Route path="/replace">
        <ReplacingPage />
      </Route>
      <Route path="/engines">
        <EnginesPage />
      </Route>
      <Route path="/releases">
        <ReleasesPage />
      </Route>
      <Route path="/counts">
        <CountsPage />
      </Route>
      <Route path="/notices">
        <NoticesPage />
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
