import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { measurePage } from '../../bench/extract/measure-page.ts'
import { meanScore } from '../../bench/extract/word-score.ts'

const ARTICLES = '../shared/corpora/articles'

test.skipIf(!existsSync(ARTICLES))(
  'saved news pages are read at least as well as by Readability alone, and nothing is told that is not in the article (skipped where ../shared/corpora is not beside the checkout)',
  () => {
    const measured = readdirSync(ARTICLES).map(page =>
      measurePage(
        page,
        readFileSync(`${ARTICLES}/${page}/source.html`),
        readFileSync(`${ARTICLES}/${page}/expected.html`, 'utf8')
      )
    )
    for (const { page, whole, prose } of measured) {
      expect(whole.ours.f1, page).toBeGreaterThan(whole.readability.f1 - 0.005)
      expect(prose.told.precision, page).toBeGreaterThan(0.99)
      expect(prose.told.recall, page).toBeGreaterThan(0.7)
    }
    const mean = (
      pick: (of: (typeof measured)[number]) => { precision: number; recall: number; f1: number }
    ) => meanScore(measured.map(pick)).f1
    expect(mean(({ whole }) => whole.ours)).toBeGreaterThanOrEqual(mean(({ whole }) => whole.readability))
  }
)
