import * as z from 'zod'
import { officeSteps } from '../../schemas/office-steps.ts'
import { qualitySettings } from '../../schemas/quality.ts'
import { countSettings, publishingSettings, retentionSettings, styleShape } from '../../schemas/settings.ts'
import { longText, short } from '../inputs.ts'
import * as replies from '../replies/settings.ts'
import type { Route } from '../route.ts'

/** Settings of the office. */
export const settingsRoutes = {
  settings: {
    resource: 'settings',
    method: 'GET',
    path: '/api/settings',
    access: 'read',
    terminal: true,
    reply: replies.settings,
  },
  changeSettings: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/settings',
    access: 'change-settings',
    body: z.object({
      office: z.object({ zh: short, en: short }).exactOptional(),
      contact: short.exactOptional(),
      timeZone: short.exactOptional(),
      address: short.exactOptional(),
      statement: z.object({ zh: longText, en: longText }).exactOptional(),
      style: z
        .object({
          money: styleShape.money.exactOptional(),
          smallInWords: styleShape.smallInWords.exactOptional(),
          muWithHectares: styleShape.muWithHectares.exactOptional(),
          dialect: styleShape.dialect.exactOptional(),
        })
        .exactOptional(),
      publishing: publishingSettings.exactOptional(),
      quality: qualitySettings.exactOptional(),
      counts: countSettings.exactOptional(),
      steps: officeSteps.exactOptional(),
      retention: retentionSettings.exactOptional(),
    }),
    reply: replies.changedSettings,
  },
} as const satisfies Readonly<Record<string, Route>>
