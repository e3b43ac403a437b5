const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Verbs that tell who spoke. */
export const SPEECH_VERBS = list(
  'said says asked asks replied replies answered answers whispered whispers cried cries called calls shouted shouts ' +
    'murmured murmurs muttered mutters added adds began begins continued continues went told tells yelled yells ' +
    'exclaimed exclaims sighed sighs laughed laughs growled growls groaned groans mumbled mumbles begged begs ' +
    'promised promises agreed agrees repeated repeats snapped snaps hissed hisses sang sings thought thinks ' +
    'admitted admits insisted insists warned warns suggested suggests wondered wonders remarked remarks observed ' +
    'observes explained explains declared declares announced announces demanded demands protested protests croaked croaks ' +
    'roared roars barked barks sobbed sobs stammered stammers grumbled grumbles'
)

export const DETERMINERS = list('the a an her his their my our your')
export const ADJECTIVES = list('old young little poor dear good big')

/** Where the words for a speaker end. */
export const AFTER_SPEAKER = list(
  'and as with to in at from who when while without after before but over under on by into for then not no nothing again of that which'
)

export const NO_NAMES = list(
  'He She They It We You I Then But And So Now When While After Before The A An This That There Here What Who Why How His Her Their My Our Your Nobody Somebody Everybody No Yes'
)
