import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/domain/sentences.ts'

/** A bar marks each place where a sentence must end; the text itself is the row without its bars. */
const rows = [
  'It rained. | It stopped.',
  'Who knew? | Nobody did! | The end.',
  'Mr. Smith met Mrs. Jones and Ms. Lee. | They talked.',
  'Dr. Ada Byron and Prof. Alan Kay spoke. | We listened.',
  'Sen. Warren asked Rep. Lee. | Gov. Hobbs replied.',
  'Gen. Mark Milley and Lt. Col. Vindman testified. | Nobody else did.',
  'He lives in St. Louis. | She lives in St. Ives.',
  'Police closed Baker St. The road reopens Monday.'.replace('St. ', 'St. | '),
  'Martin Luther King Jr. spoke. | Ken Griffey Sr. watched.',
  'Apple Inc. reported on Tuesday. | Shares rose.',
  'Apple Inc. Chief Executive Tim Cook resigned. | Shares fell.',
  'He works for Acme Ltd. | He likes it.',
  'Ford Motor Co. and Microsoft Corp. agreed. | Terms were not given.',
  'It was France vs. Spain. | France won.',
  'No. 10 declined to comment. | No. 11 did not.',
  'She said no. | Police believed her.',
  'The U.S. Officials said so.',
  'He flew to the U.S. | The trip took nine hours.',
  'The U.S. Supreme Court ruled. | It was close.',
  'He left the U.K. | But she stayed.',
  'The U.N. Security Council met. | Nothing was decided.',
  'The E.U. Commission fined the company. | It will appeal.',
  'They marched in Washington, D.C. | On Monday they went home.',
  'The meeting starts at 5 p.m. Monday. | Bring lunch.',
  'The meeting ended at 5 p.m. | They went home.',
  'It opens at 9:30 a.m. | It’s free.',
  'Bring fruit, e.g. Apples or pears. | Bring bread.',
  'The smaller one, i.e. Pluto, was demoted. | Sad.',
  'It weighs approx. 5 kg. | Heavy.',
  'On Jan. 6 they met. | On Dec. 31 they parted.',
  'The launch is set for Sept. 3, 2025. | Tickets are gone.',
  'J. K. Rowling wrote it. | George W. Bush read it.',
  'J.R.R. Tolkien wrote it. | J. A. Smith did not.',
  'They chose plan B. | It failed.',
  'Growth was 4.9 per cent. | In 2024 it was 2.1.',
  'PostgreSQL 17.6 is out. | Version v2.0 of the driver follows.',
  'The team released PostgreSQL 17.6. | Users should upgrade.',
  'The year was 2024. | 2025 was better.',
  'He waited... and waited. | Then he left.',
  'He waited... | Then he left.',
  'She said "we ... America" and stopped. | Nobody clapped.',
  'I… I do not know. | Ask her.',
  'He stopped.... | Nobody moved.',
  'Visit bbc.co.uk or Amazon.com for more. | Thanks.',
  'It is on microsoft.ai. | Go there.',
  'Yahoo! said on Monday it would close. | Users were sad.',
  'Yahoo! Finance reported it. | Markets fell.',
  '"We did it." | She left.',
  '“We did it.” | She left.',
  '"Is it?" he asked. | "It is," she said.',
  '"Is it?" Anna Lee asked. | Nobody answered.',
  '"Is it over?" | Nobody answered.',
  'They won (at last.) | She cried.',
  'They won (at last!). | She cried.',
  'She wrote ‘Never again.’ | He agreed.',
  'He asked: "Why?" | "Because," she said.',
  'The price is $5. | $4 was the old one.',
  'It failed. | iPhone sales rose.',
  'The deal is done.The shares rose.'.replace('.The', '. | The'),
  '1. Buy milk. | 2. Buy bread.',
  'See Fig. 3 and pp. 4 to 6. | They help.',
  'Roe v. Wade was overturned. | Protests followed.',
  'Tomas Bata, M.D. and Ph.D. student, agreed. | So did we.',
  'He was born in Tampa, Fla. He moved.'.replace('Fla. ', 'Fla. | '),
  'The H.R. 1 bill passed. | The Senate voted.',
  'São Paulo grew. | Élysée officials denied it.',
  'A half sentence without a stop',
  'A sentence. | And a tail without a stop',
  'The so-called U.S.-China deal. | Nobody signed.',
  'It costs 5 cents. | – Reuters',
  'No full stop before a dash? | — Yes, there is.'
]

describe('splitSentences', () => {
  test('is tried on at least 50 rows, each given once', () => {
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(50)
  })

  test.each(rows)('splits at the bars only: %s', row => {
    const sentences = row.split(' | ')
    expect(splitSentences(sentences.join(' '))).toEqual(sentences)
  })

  test('ends a sentence with its paragraph and folds white space', () => {
    expect(splitSentences('  A title\n\nThe first\nline  goes on. \t It ends.\n \n')).toEqual([
      'A title',
      'The first line goes on.',
      'It ends.'
    ])
  })

  test.each(['', ' \n\n \t'])('finds no sentence in %j', text => {
    expect(splitSentences(text)).toEqual([])
  })

  test.each(['.', '.a', ' \n', '"', '( ', 'A. ', 'x-', '...!', '1. '])(
    'keeps every character but white space of 200,000 times %j',
    part => {
      const text = part.repeat(200_000)
      const rest = text.replaceAll(/\s/g, '')
      expect(splitSentences(text).join('').replaceAll(' ', '') === rest).toBe(true)
    }
  )
})
