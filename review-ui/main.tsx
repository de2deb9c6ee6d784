import './styles.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startWords } from './i18n.ts'
import { startTheme } from './shell/theme.ts'

startTheme()
await startWords()
const place = document.getElementById('room')
if (place) createRoot(place).render(<App />)
