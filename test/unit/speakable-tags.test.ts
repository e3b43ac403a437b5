import { describe, expect, test } from 'vitest'
import { STYLES } from '../../src/domain/style.ts'
import { dropFromTurn } from '../../src/stages/render/speakable/unspoken.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'

describe('a tag is never spoken', () => {
  test.each(
    STYLES.flatMap(style => [
      `[${style}]`,
      `(${style})`,
      `{${style}}`,
      `<${style}>`,
      `[style: ${style}]`,
      `{style:${style}}`,
      `[${style.toUpperCase()}]`
    ])
  )('%s', tag => {
    for (const phonemes of [false, true]) {
      expect(toSpeakable(`${tag} We won the cup.`, { phonemes })).toBe('We won the cup.')
      expect(toSpeakable(`We won ${tag} the cup.`, { phonemes })).toBe('We won the cup.')
      expect(toSpeakable(`We won the cup ${tag}.`, { phonemes })).toBe('We won the cup.')
    }
  })

  test.each([
    ['[laughs] That is funny.', 'That is funny.'],
    ['(laughs) That is funny.', 'That is funny.'],
    ['<laugh> That is funny.', 'That is funny.'],
    ['That is funny (laughs nervously).', 'That is funny.'],
    ['*sighs* So it goes.', 'So it goes.'],
    ['So *sighs* it goes.', 'So it goes.'],
    ['_laughs_ So it goes.', 'So it goes.'],
    ['**chuckles** So it goes.', 'So it goes.'],
    ['*excited* We won!', 'We won!'],
    ['[pause] And now (beat) the news.', 'And now the news.'],
    ['[long pause] And now.', 'And now.'],
    ['[pause 2s] And now [pause: 500ms].', 'And now.'],
    ['[clears throat] And now [upbeat music fades out]', 'And now'],
    ['[S1] Hello. [S2] Hi.', 'Hello. Hi.'],
    ['{pause=1s} Hello {tone: warm} there', 'Hello there'],
    ['<speak><prosody rate="fast">Hi</prosody><break time="1s"/> there</speak>', 'Hi there'],
    ['<mstts:express-as style="sad" styledegree="2">Hi</mstts:express-as>', 'Hi'],
    ['<think>They want a joke.</think>Hello.', 'Hello.'],
    ['<think>They want a joke. Hello.', ''],
    ['a joke.</think> Hello.', 'Hello.'],
    ['One <THINK>two</THINK> three', 'One three'],
    ['<reasoning>two</reasoning>Three', 'Three'],
    ['<|im_start|>Hello<|im_end|>', 'Hello']
  ])('%j is said as %j', (text, said) => {
    expect(toSpeakable(text)).toBe(said)
    expect(toSpeakable(text, { phonemes: true })).toBe(said)
  })

  test.each([
    ['Sarah: Good morning.', 'Good morning.'],
    ['SARAH: Good morning.', 'Good morning.'],
    ['HOST 1: Good morning.', 'Good morning.'],
    ['Host A: Good morning.', 'Good morning.'],
    ['Speaker 2: Good morning.', 'Good morning.'],
    ['**Ray:** Good morning.', 'Good morning.'],
    ['**Ray**: Good morning.', 'Good morning.'],
    ['[Ray]: Good morning.', 'Good morning.'],
    ['Ray (laughs): Good morning.', 'Good morning.'],
    ['**HOST (excited):** Good morning.', 'Good morning.'],
    ['[excited] Sarah: Good morning.', 'Good morning.'],
    ['Narrator: Good morning.', 'Good morning.']
  ])('the label of %j is not said', (text, said) => {
    expect(toSpeakable(text)).toBe(said)
  })

  test.each([
    ['Paris: Good morning.', ['Paris'], 'Good morning.'],
    ['Paris: Good morning.', ['Iris'], 'Paris: Good morning.'],
    ['**Dr. Okoro:** Hi.', ['Dr. Okoro'], 'Hi.']
  ])('of %j with the hosts %j is said %j', (text, speakers, said) => {
    expect(toSpeakable(text, { speakers })).toBe(said)
  })
})

test.each([
  ['She was excited about it.', 'She was excited about it.'],
  ['She was *excited* about it.', 'She was excited about it.'],
  ['They were sad, angry and confused.', 'They were sad, angry and confused.'],
  ['The pause (a long one) ended.', 'The pause, a long one, ended.'],
  ['The car (pictured) was red.', 'The car, pictured, was red.'],
  ['He said (AP).', 'He said, A P.'],
  ['It is 5 km (about 3 miles) away.', 'It is five kilometers, about three miles, away.'],
  ['The song (music by Ana Gil) won.', 'The song, music by Ana Gil, won.'],
  ['Fans (cheering) left.', 'Fans, cheering, left.'],
  ['“[He] laughs,” they said.', 'He laughs, they said.'],
  ['The beat goes on, laughs Tom.', 'The beat goes on, laughs Tom.'],
  ['Note: this is a test.', 'Note: this is a test.'],
  ['Breaking: five dead.', 'Breaking: five dead.'],
  ['Ukraine: 5 dead', 'Ukraine: five dead'],
  ['At 9:30 we left', 'At nine thirty we left'],
  ['I think: yes', 'I think: yes'],
  ['We *love* it', 'We love it']
])('ordinary words stay: %j is said as %j', (text, said) => {
  expect(toSpeakable(text)).toBe(said)
})

test.each([
  ['<think>One. Two. Three.</think> Sarah: Hello. [laughs] Bye.', 'Hello.   Bye.'],
  ['Ana & Bo: [excited] It cost $5. (beat) Yes.', 'It cost $5.   Yes.'],
  ['[Kyiv](/kˈiːɪv/) and [sad](/sˈæd/) news', '[Kyiv](/kˈiːɪv/) and [sad](/sˈæd/) news']
])('of the turn %j is left %j', (turn, left) => {
  expect(dropFromTurn(turn, ['Ana & Bo'])).toBe(left)
})
