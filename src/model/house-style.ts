/** Whose spelling. */
export type Dialect = 'american' | 'british'

/** How an office writes English: what the keys insert and the proofing expects. */
export interface HouseStyle {
  /** `400 billion yuan`, `RMB 400 billion` or `CNY 400 billion`; other currencies take their code before the amount. */
  readonly money: 'yuan' | 'RMB' | 'CNY'
  /** Whether whole numbers under ten that count something or measure time are words: three, but 3 percent. */
  readonly smallInWords: boolean
  /** Whether 亩 is followed by its hectares: `6,000 mu (400 hectares)`. */
  readonly muWithHectares: boolean
  readonly dialect: Dialect
}

/** What holds until an office decides. */
export const plainStyle: HouseStyle = {
  money: 'yuan',
  smallInWords: false,
  muWithHectares: false,
  dialect: 'american',
}
