const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Small words of a language that the others do not have, or rarely. */
export const LANGUAGES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the in a by because he i my me them then only very and of to is was that for with as are on at by from this have has had will be been it its it's not but they which were their more than said an about you we our what who when can also would there so if or all his her she he one into after over new"
  ),
  de: words(
    'der die das und ist nicht ein eine einen einem einer mit von für auf den dem des sich auch im zu zum zur bei nach wird wurde werden sind hat haben als wie aus über noch nur oder aber es wir sie er ihr sein seine diese dieser dass am um vom bis war'
  ),
  fr: words(
    "le la les des du une et est dans pour que qui sur avec au aux par pas plus ne ce cette ces sont été ont avait être mais ou où leur leurs son sa ses nous vous ils elle elles comme selon après depuis à l'on d'un d'une c'est qu'il en se un de"
  ),
  es: words(
    'el la los las un una y es en de del que por para con no se su sus al lo como más pero fue son está están ha han este esta estos ser según también entre sobre desde cuando muy hasta hay qué o ya'
  ),
  it: words(
    'il lo la gli le un una e è di del della dei delle che per con non si nel nella sono ha hanno come più ma anche dal dalla al alla questo questa questi suo sua loro essere stato secondo dopo tra fra sul sulla da i in ed'
  ),
  pt: words(
    'o a os as um uma e é de do da dos das em no na nos nas que por para com não se seu sua ao à como mais mas foi são está ele ela eles este esta também entre sobre desde quando muito até há segundo pelo pela'
  ),
  nl: words(
    'de het een en van is in op te dat die niet met voor zijn er aan ook als maar om bij uit door naar over nog dan wordt werd worden heeft hebben was waren deze dit hij zij we ze haar hun meer volgens na tot al geen kan'
  )
}
