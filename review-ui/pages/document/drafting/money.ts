/** An amount in US dollars, as a price is written: cents, and "less than a cent" as such. */
export function dollarsOf(microdollars: number, language: string): string {
  const write = (dollars: number) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' }).format(
      dollars,
    )
  return microdollars > 0 && microdollars < 10_000 ? `< ${write(0.01)}` : write(microdollars / 1_000_000)
}
