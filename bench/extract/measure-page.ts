import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readPage } from '../../src/adapters/pages/read-page.ts'
import { cleanPage } from '../../src/stages/fetch/clean-page.ts'
import { truthOf } from './truth-of.ts'
import { scoreWords, wordsOf } from './word-score.ts'
import type { WordScore } from './word-score.ts'

export interface MeasuredPage {
  page: string
  /** Against all of the expected text. */
  whole: { readability: WordScore; ours: WordScore }
  /** Against its prose: `told` is what is left for the hosts. */
  prose: { readability: WordScore; told: WordScore }
  readabilityMs: number
  oursMs: number
}

function timed<T>(run: () => T): { value: T; ms: number } {
  const start = performance.now()
  const value = run()
  return { value, ms: performance.now() - start }
}

const readabilityAlone = (html: string): string => {
  try {
    return new Readability(parseHTML(html).document).parse()?.textContent ?? ''
  } catch {
    return ''
  }
}

interface OurText {
  whole: string
  told: string
}

/** A page that is refused scores nothing. */
function readOurs(bytes: Uint8Array): OurText {
  try {
    const page = readPage(bytes, 'text/html', 'https://page.example/news/story')
    return {
      whole: page.paragraphs.map(({ text }) => text).join('\n'),
      told: cleanPage(page, page.title ?? '')
    }
  } catch {
    return { whole: '', told: '' }
  }
}

/** Reads one saved page both ways. */
export function measurePage(page: string, source: Uint8Array, expectedHtml: string): MeasuredPage {
  const truth = truthOf(expectedHtml)
  const [whole, prose] = [wordsOf(truth.whole), wordsOf(truth.prose)]
  const alone = timed(() => readabilityAlone(new TextDecoder().decode(source)))
  const ours = timed(() => readOurs(source))
  const readability = wordsOf(alone.value)
  return {
    page,
    whole: {
      readability: scoreWords(readability, whole),
      ours: scoreWords(wordsOf(ours.value.whole), whole)
    },
    prose: { readability: scoreWords(readability, prose), told: scoreWords(wordsOf(ours.value.told), prose) },
    readabilityMs: alone.ms,
    oursMs: ours.ms
  }
}
