import { checkAmounts } from './amounts/check-amounts.ts'
import { checkPairs } from './amounts/check-pairs.ts'
import { checkCauses } from './claims/check-causes.ts'
import { checkIdle } from './claims/check-idle.ts'
import { checkPersons } from './claims/check-persons.ts'
import { checkQuotations } from './claims/check-quotations.ts'
import { checkReversal } from './claims/check-reversal.ts'
import { checkSuperlatives } from './claims/check-superlatives.ts'
import { checkSense } from './claims/check-sense.ts'
import { checkSupport } from './claims/check-support.ts'
import type { CheckContext, CheckedTurn } from './context.ts'
import { checkDates } from './dates/check-dates.ts'
import { checkRelativeDates } from './dates/check-relative-dates.ts'
import type { TurnFault } from './fault.ts'
import { checkExcerpt } from './form/check-excerpt.ts'
import { checkForm } from './form/check-form.ts'
import { checkInjection } from './form/check-injection.ts'
import { checkLanguage } from './form/check-language.ts'
import { checkLength } from './form/check-length.ts'
import { checkMemory } from './form/check-memory.ts'
import { checkPromptLeak } from './form/check-prompt-leak.ts'
import { checkRepetition, checkStale } from './form/check-repeats.ts'
import { checkSources } from './form/check-sources.ts'
import { checkStockPhrases } from './form/check-stock-phrases.ts'
import { checkNames } from './names/check-names.ts'
import { checkRoles } from './names/check-roles.ts'
import { readTurn, type Reading } from './reading.ts'

type Check = (reading: Reading) => TurnFault[]

/** How it is written: in any language. */
const FORM: readonly Check[] = [
  checkLength,
  checkSources,
  checkForm,
  checkLanguage,
  checkPromptLeak,
  checkInjection,
  checkRepetition,
  checkStale,
  checkExcerpt
]

/** What it says, word by word: English only. */
const FACTS: readonly Check[] = [
  checkStockPhrases,
  checkMemory,
  checkAmounts,
  checkPairs,
  checkDates,
  checkRelativeDates,
  checkQuotations,
  checkNames,
  checkRoles,
  checkSupport,
  checkSense,
  checkIdle,
  checkPersons,
  checkReversal,
  checkSuperlatives,
  checkCauses
]

/** Everything that is wrong with a turn; nothing where it may be heard. */
export function checkTurn(turn: CheckedTurn, context: CheckContext): TurnFault[] {
  const reading = readTurn(turn, context)
  const facts = context.factual === false ? [checkStockPhrases] : FACTS
  const checks = reading.isEnglish ? [...FORM, ...facts] : FORM
  return checks.flatMap(check => check(reading))
}
