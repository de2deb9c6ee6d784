import { testCompliance } from './fixtures/compliance-laws.ts'

testCompliance({ slow: true })
