import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { readStatement } from '../read-statement.ts'
import { foldText } from '../text/plain.ts'
import { rankEvidence, sharedOf } from './best-evidence.ts'

const SAID =
  /\b(?:because of|because|due to|thanks to|caused by|as a result of|as a result|driven by|owing to|on account of|led to|triggered by|prompted by|fuelled by|fueled by|blamed on|in response to)\b/
const GIVEN =
  /\b(?:because|due|thanks|cause|causes|caused|result|results|resulted|driven|owing|account|led|triggered|prompted|fuelled|fueled|blame|blamed|since|so|therefore|thus|hence|attribute|attributed|reason|reasons|why|response|means|meant|after|as|for|to keep|by)\b/
const STRONG =
  /\b(?:because|due to|thanks to|cause[sd]?|as a result|result(?:s|ed)?|driven|owing|led to|triggered|prompted|attribut\w+|blame\w*|reason|so that|therefore|delayed|weakened|problems?)\b/

/** "Because of" where no sentence of the source that says the same gives a reason. */
export const checkCauses = ({ sentences, cited }: Reading): TurnFault[] =>
  sentences.flatMap(said => {
    const text = foldText(said.text)
    const word = /\?$/.test(said.text) ? undefined : SAID.exec(text)?.[0]
    if (word === undefined) return []
    const reason = readStatement(text.slice(text.indexOf(word) + word.length).split(/[,;—]/)[0] ?? '').stems
    const near = rankEvidence(said, cited)
      .slice(0, 3)
      .map(({ evidence }) => evidence)
    const isGiven = near.some(each => {
      const source = foldText(each.text)
      const shared = sharedOf(reason, each.stems)
      return shared > 0 && (STRONG.test(source) || (GIVEN.test(source) && shared * 2 >= reason.size))
    })
    const isWhole = near.some(each => STRONG.test(foldText(each.text))) && reason.size === 0
    if (isGiven || isWhole) return []
    return [
      {
        kind: 'cause' as const,
        text: word,
        message: `the cited items do not give this reason: "${word}"; they say "${near[0]?.text ?? ''}"`
      }
    ]
  })
