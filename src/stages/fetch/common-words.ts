const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that tell nothing of what a story is about. */
export const STOP_WORDS = words(
  'a about above after again against all also am an and any are as at back be because been before being below between ' +
    'both but by can could day days did do does doing down during each even ever every few first for from further get gets ' +
    'give go goes going got had has have having he her here hers him his how i if in into is it its itself just last latest ' +
    'least less like made make makes many may me might more most much must my new news next no nor not now of off on once ' +
    'one only or other our out over own people per put said same say says see set she should since so some still such take ' +
    'takes than that the their them then there these they this those three through time to today told too two under until ' +
    'up us use used uses using very via was way we week well were what when where which while who whose why will with ' +
    'without would year years yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april june july august september october november december report reports according'
)

/** Words that stand in the news of any day: two stories that share them need not be one. */
export const COMMON_WORDS = words(
  'attack attacks bank banks billion boss boss business ceo central chief city climate companies company congress ' +
    'council country countries court crash crisis cut cuts data deal deals death deaths dead die dies economy election ' +
    'elections fall falls fell fire flood game games government group head health high hit home hospital house interest ' +
    'international investigation judge kill killed kills launch launches law leader leaders league low man market markets ' +
    'match meeting men million minister ministers model models money national officials party percent plan plans police ' +
    'policy population port power president price prices prime profit profits project protest public rate rates record ' +
    'research researchers revenue rise rises rose rule rules sale sales school scientists season service services share ' +
    'shares show shows space state states stock stocks storm strike strikes study talks tax team tech technology test ' +
    'trade trial vote votes war warn warns water weather win wins won woman women work workers world'
)
