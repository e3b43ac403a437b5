import { inOrder, replaceInContext, stopBefore } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { STATES } from './state-names.ts'

const PARTIES: Record<string, string> = { D: 'Democrat', R: 'Republican', I: 'Independent' }
const SHORT = Object.keys(STATES)
  .map(state => state.replaceAll('.', String.raw`\.`))
  .join('|')

const LONG = [
  ...Object.values(STATES),
  'Alaska',
  'Hawaii',
  'Idaho',
  'Iowa',
  'Maine',
  'Ohio',
  'Texas',
  'Utah'
].join('|')

/** "(R-S.C.)", ", D-Ariz.," */
const parties: Rule = text =>
  text.replace(
    new RegExp(String.raw`(?<=[(,] ?)([DRI])-(?=(?:${SHORT})\.|(?:${LONG})\b)`, 'g'),
    (_, party: string) => `${PARTIES[party] ?? party} of `
  )

const names = replaceInContext(
  new RegExp(String.raw`(?<=[A-Za-z], |[(] ?|\b(?:Democrat|Republican|Independent) of )(${SHORT})\.`, 'g'),
  ([, state = ''], _, after) => (STATES[state] ?? state) + stopBefore(after)
)

/** American states and the parties of their politicians: "D-Ariz." → "Democrat of Arizona". */
export const states = inOrder(parties, names)
