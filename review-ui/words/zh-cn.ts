import findings from '../../locales/zh-CN/findings.json' with { type: 'json' }
import notices from '../../locales/zh-CN/notices.json' with { type: 'json' }
import refusals from '../../locales/zh-CN/refusals.json' with { type: 'json' }
import told from '../../locales/zh-CN/told.json' with { type: 'json' }
import ui from '../../locales/zh-CN/ui.json' with { type: 'json' }

export const words = { ui, findings, notices, refusals, told }
