import '../styles.ts'
import { createRoot } from 'react-dom/client'
import { FaultBoundary } from '../components/fault.tsx'
import { startWords } from '../i18n.ts'
import { LiveRegions } from '../shell/announce.tsx'
import { SessionProvider } from '../shell/session.tsx'
import { fixtures } from './fixtures.tsx'

/** Shows one component by itself, named in the fragment of the address, for the tests of the components. */
await startWords()
const Fixture = fixtures[location.hash.slice(1)]
const place = document.getElementById('room')
if (place && Fixture) {
  createRoot(place).render(
    <FaultBoundary>
      <SessionProvider>
        <main id="main">
          <Fixture />
        </main>
      </SessionProvider>
      <LiveRegions />
    </FaultBoundary>,
  )
}
