const SUBJECT = "(?:that|this|it|which)(?:'s| is| was| sounds| seems| looks)"
const DEGREE = '(?:quite|very|really|rather|pretty|still|not|so|too|just|only|even|already|certainly|also)'
const QUALITY =
  '(?:big|small|long|short|high|low|new|old|good|bad|hard|easy|clear|fair|odd|strange|surprising|remarkable|huge|steep|rare|unusual|serious|striking|sharp|modest|welcome|familiar|fast|slow|quick|close|early|late|true|right|wrong|simple|brave|bold|curious|encouraging|worrying|expensive|cheap|impressive|sad|funny|unlucky|lucky|heavy|tiny|enormous|sobering|reassuring|ambitious|unexpected|overdue|different)'
const THING =
  '(?:lot|jump|drop|fall|rise|change|difference|question|point|start|wait|step|turn|gap|shift|record|first|one|news|number|numbers|while|time|way|day|week|year|sum|share|price|reason|problem|surprise|relief|pity|shame|feat|crowd|journey|race|bet|gamble|contrast|comeback|story)'

/** Whole sentences that say nothing of a story, and may be said in one: a list that grows. In folded form, without the mark at the end. */
export const REACTIONS: readonly RegExp[] = [
  /^(?:(?:oh|ah|well|hm+|wow|so|and|but|okay|ok|right|sure|really|yes|no|indeed|true|fair enough|fair|good|nice|great|ouch|huh|i see|got it|of course|quite|maybe|perhaps|perhaps not|not quite|not really|not bad|not at all|not yet|not much|not many|not any more|so far|remarkable|impressive|finally|good to hear|good news|bad news)[, ]*){1,2}$/,
  new RegExp(
    `^(?:oh |well |so |and |but |yes |no )?${SUBJECT} (?:${DEGREE} )*(?:a |an |the )?(?:${DEGREE} )*(?:(?:${QUALITY}) ?)?(?:${THING})?(?: indeed| then| too| already)?$`
  ),
  /^(?:and |but |so |yes |no )?(?:i (?:did not|didn't) (?:know|expect) that|i had no idea|i would not have guessed(?: that)?|i wouldn't have guessed(?: that)?|you would think so|you'd think so|that makes sense|that explains (?:it|a lot)|that says a lot|so it (?:is|was|seems)|it (?:is|was|does|did|has|had|can|could|will|would)|they (?:are|were|do|did|have|had|can|could|will|would)|not (?:at first|for long|so fast|this time|only that)|only just|just about|same here|me neither|me too|it adds up|there (?:is|was) more|there's more|and there is more)$/,
  new RegExp(
    `^(?:so,? |and |but )?(?:quite )?(?:a|an|some|no|not much of a) (?:${QUALITY} )?(?:${THING}|comment|answer)(?:,? then| indeed| too)?$`
  ),
  /^(?:that|it|this) (?:took|takes) (?:a|quite a|some|a long) (?:while|time|wait)$/,
  /^(?:give us|let's have|let us have) (?:some|the) (?:numbers|figures|details|background)$/,
  /^(?:and |so |but )?(?:looking (?:ahead|back)|after that|before that|since then|in numbers|until then|by when|for how long|how so|how come|the rest|the others|the cost|the price|the money|the reason|the research|the background|the critics|the reaction|the response|the result|the plan)$/,
  /^(?:far )?(?:too|not) (?:little|much|late|early|few|many|low|high|soon|fast|slow|enough|nearly enough)(?:,? (?:they|he|she|it|some|critics) (?:says?|thinks?|argues?))?$/,
  /^(?:and |so )?(?:those were|that was|that is|that's|this is|this was|these are|these were) (?:it|all|our (?:stories|news|show|programme|headlines)|the news|the headlines|what we have|everything)(?: (?:for|from) .{2,30})?$/,
  new RegExp(
    `^(?:and |but |so )?there(?:'s| is| was) (?:a |an |some |no )?(?:${QUALITY} )?(?:${THING}|history|comment|word|answer|hope) (?:in|to|behind|on|for|about|of|from) (?:that|this|it|them|why|how)(?: too| yet)?$`
  ),
  /^(?:thank you|thanks)(?: [a-z]+)?$/
]

/** Around the stories: a list that grows, as the others. */
export const FRAMES: readonly RegExp[] = [
  /\b(?:sources?|reports?|links?)\b.{0,30}\bin the (?:show |episode )?notes$/,
  /^(?:.{2,40}[:,.] ?)?(?:good ?bye|bye|bye for now|until (?:tomorrow|next time|then)|see you (?:tomorrow|soon|next time)|talk to you (?:tomorrow|soon))(?: .{2,40})?$/,
  /^(?:coming up|ahead|in this episode|the headlines|here is what is (?:coming|ahead)|here's what's (?:coming|ahead))(?: today)?:?$/
]

/** Ways into a story, or on to the next. */
export const TRANSITIONS: readonly RegExp[] = [
  /^(?:and |now |next |so )+(?:to|on to|over to) (?:the )?[a-z][a-z ]{2,30}$/,
  /^(?:and |now |next |first |finally |also |then )*(?:in other news|on to (?:the|our) (?:next|last) (?:story|one)|next up|our (?:next|last|first|top|final) (?:story|one)|to our (?:next|last|final) story|one more(?: story)?|a last one|and one more|elsewhere|meanwhile|also today|also in the news|more on (?:this|that)|there is more on this|and now for something (?:else|lighter)|something (?:else|lighter))(?: now| today)?$/,
  /^(?:and |now |so |but )*(?:we|let us|let's) (?:begin|start|stay|turn|move|go|come|close|end|finish|look|continue|switch)(?: on| over| back| now| today| here)?(?: (?:with|in|to|at|from) .{2,40})?$/,
  /^(?:\w+ )?of our (?:sources|feeds) (?:have|has|report|carry) (?:this|that|the|our) ?(?:next|last|first|top|final)? ?(?:one|story)?$/
]

const ASKS =
  /^(?:(?:and|so|but|then|okay|well|wait|hang on|sorry)[, ]+)*(?:what|why|how|who|whose|when|where|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/
const LEAST_ASKED = 2
const MOST_ASKED = 10
const NEEDS_MORE =
  /^(?:(?:and|so|but|then|okay|well)[, ]+)*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/

/** Is it a question that a person would ask? Of two words only after "what" and its like. */
export function isQuestion(folded: string): boolean {
  const words = folded.split(/\s+/).length
  const least = NEEDS_MORE.test(folded) ? LEAST_ASKED + 1 : LEAST_ASKED
  return /\?$/.test(folded) && ASKS.test(folded) && words >= least && words <= MOST_ASKED
}
