import findings from '../../locales/en/findings.json' with { type: 'json' }
import notices from '../../locales/en/notices.json' with { type: 'json' }
import refusals from '../../locales/en/refusals.json' with { type: 'json' }
import told from '../../locales/en/told.json' with { type: 'json' }
import ui from '../../locales/en/ui.json' with { type: 'json' }

export const words = { ui, findings, notices, refusals, told }
