import './boot.ts'
import './css/tokens.css'
import './css/base.css'
import './css/controls.css'
import './css/forms.css'
import './css/shell.css'
import './css/threshold.css'
import './pages/documents/documents.css'
import './pages/document/document.css'
import './pages/document/reading.css'
import './pages/document/active.css'
import './pages/document/narrow.css'
import './pages/document/panel/panel.css'
import './pages/sign-off/sign-off.css'
import './pages/glossary/glossary.css'
import './pages/candidates/candidates.css'
import './pages/term-changes/term-changes.css'
import './pages/people/people.css'
import './pages/releases/releases.css'
import './pages/settings/settings.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startWords } from './i18n.ts'
import { startTheme } from './shell/theme.ts'

startTheme()
startWords()
const place = document.getElementById('room')
if (place) createRoot(place).render(<App />)
