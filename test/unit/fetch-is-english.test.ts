import { expect, test } from 'vitest'
import { leaveOutReason } from '../../src/stages/fetch/leave-out-reason.ts'
import { isEnglish } from '../../src/stages/fetch/is-english.ts'

const GERMAN =
  'Die Stadtwerke von Kirchau haben am Montag angekündigt, dass die Preise für Fernwärme im kommenden Jahr um sieben Prozent steigen. Grund dafür seien die Kosten für Holz und der Bau einer neuen Leitung, sagte eine Sprecherin.'
const FRENCH =
  'La mairie de Valpont a annoncé lundi la fermeture du pont jusqu’au printemps, en raison de travaux sur les piles. Les autobus passeront par la rive gauche, et un bac sera mis en service pour les piétons et les cyclistes.'
const SPANISH =
  'El ayuntamiento de Montesol anunció el lunes que cerrará el puente hasta la primavera por obras en los pilares. Los autobuses circularán por la orilla izquierda y habrá un transbordador para peatones y ciclistas.'
const DUTCH =
  'De gemeente Waterdam heeft maandag bekendgemaakt dat de brug tot het voorjaar dicht blijft vanwege werk aan de pijlers. De bussen rijden langs de linkeroever en er komt een veerpont voor voetgangers en fietsers.'
const ENGLISH =
  'The town of Waterdam said on Monday that the bridge will stay closed until spring because of work on its piers. Buses will go along the left bank, and a ferry is to take people on foot and on bicycles across.'
const FIGURES =
  'Results: Northgate 2, Southport 1; Eastwick 0, Westham 0; Alder Town 3, Birch City 3; Cedar Rovers 1, Dogwood United 4. The matches of Saturday were played in heavy rain, and one of them was stopped for an hour.'

test.each([
  ['German', GERMAN, false],
  ['French', FRENCH, false],
  ['Spanish', SPANISH, false],
  ['Dutch', DUTCH, false],
  ['Russian', 'Мост в Вотердаме закрыт до весны из-за ремонта опор.', false],
  ['Japanese', '橋は春まで通行止めになると市が発表した。', false],
  ['English', ENGLISH, true],
  ['English figures', FIGURES, true],
  ['a short headline', 'Fernwärme teurer', true],
  [
    'English with names of elsewhere',
    `${ENGLISH} Die Brücke, as the bridge is called by all, was built in 1902.`,
    true
  ]
])('a text in %s is told from others', (_, text, english) => {
  expect(isEnglish(text)).toBe(english)
})

test('an item in another language is left out with that reason', () => {
  const item = {
    id: 'a',
    feedId: 'f',
    outlet: 'Kirchauer Bote',
    title: 'Fernwärme wird teurer',
    url: null,
    publishedAt: null,
    topics: [],
    text: GERMAN,
    substance: 'summary' as const
  }
  expect(leaveOutReason(item)).toBe('not in English')
  expect(leaveOutReason({ ...item, text: ENGLISH })).toBeNull()
})
