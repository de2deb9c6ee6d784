import { tableOf } from '../../../../src/model/names.ts'
import { type Role, roles } from '../../../../src/model/people.ts'
import type { ProviderSettings } from '../../../../src/model/sign-in.ts'

/** The settings of the provider as texts of fields; the values of a role are parted by commas. */
export interface ProviderForm extends Readonly<Record<Role, string>> {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  readonly scope: string
  readonly claim: string
  readonly makesAccounts: boolean
  readonly labelZh: string
  readonly labelEn: string
}

/** What the form begins with: each role has its own name as its value. */
export const emptyProvider: ProviderForm = {
  issuer: '',
  clientId: '',
  secret: '',
  scope: 'openid profile',
  claim: 'roles',
  ...tableOf(roles, (role) => role),
  makesAccounts: true,
  labelZh: '',
  labelEn: '',
}

export function formOf({
  issuer,
  clientId,
  scope,
  claim,
  makesAccounts,
  label,
  roles: mapping,
}: ProviderSettings): ProviderForm {
  const values = tableOf(roles, (role) => mapping[role].join(', '))
  return { issuer, clientId, secret: '', scope, claim, ...values, makesAccounts, labelZh: label.zh, labelEn: label.en }
}

/** Values as people part them, with commas of either width. */
function valuesIn(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

export function lacksRoles(form: ProviderForm): boolean {
  return roles.every((role) => valuesIn(form[role]).length === 0)
}

/** What is sent: a secret only where one was entered. */
export function providerIn(form: ProviderForm) {
  const { issuer, clientId, secret, scope, claim, makesAccounts, labelZh, labelEn } = form
  return {
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    scope,
    claim,
    roles: {
      translator: valuesIn(form.translator),
      reviser: valuesIn(form.reviser),
      approver: valuesIn(form.approver),
      terminologist: valuesIn(form.terminologist),
      administrator: valuesIn(form.administrator),
    },
    makesAccounts,
    label: { zh: labelZh, en: labelEn },
    ...(secret !== '' && { secret }),
  }
}
