/** Words that tell no question of a guide from another: they are left out of wordings and turns. Folded forms. */
const english =
  "a an and are as at be been but by did do does for from had has have here how i if in is it its just let may me my of on or our out please so some tell than that the their them then there these they thing this to too us very was we well were what when which will with would you your yours about could can say said think now also more into begin let's us all any"
const russian =
  'а бы был была были было быть в вам вас вами ваш ваша ваше ваши вашей вашу ваших вашего вашем вы да для до его ее если есть еще же за здесь и из или им их к как какая какие какими какой какого каких каковы ко ли мне мы на нам нас не него нее нет ни них но о об они от по под при про расскажите скажите пожалуйста с сейчас со так такая такие такой там то тоже только у уже что чтобы эта эти это этого этой этом я вот ну если можно'

export const guideStopWords: ReadonlySet<string> = new Set([...english.split(' '), ...russian.split(' ')])
