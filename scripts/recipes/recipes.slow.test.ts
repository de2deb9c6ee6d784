import { testRecipes } from './rounds.ts'

testRecipes({ thorough: false })
