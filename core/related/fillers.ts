/**
 * Words that tell a reader nothing about what an article is about, beyond the stop words of the lists that
 * we build on: forms of address, adverbs, and the verbs that go with any subject. Kept in alphabetical lines.
 */
export const dutchFillers: readonly string[] = `
aangezien achter af afgelopen alleen allemaal allen alsnog altijd anders beetje begon begint behalve beide
beiden belangrijk belangrijke beste beter bepaald bepaalde betekent betreffende bijna bijvoorbeeld binnen
blijf blijft blijkt blijven boven bovendien breng brengen brengt buiten bv bijv daarbij daardoor daarin daarmee
daarna daarnaast daarom daaronder daarop daarover daarvan daarvoor dankzij denk denken denkt desondanks dezelfde
dingen doe doet duidelijk echt echter eigen eigenlijk elk elkaar elke enig enige enkele enzovoort er erg ergens
erin ermee erop ervan ervoor etc even eventueel ga gaan gaat gebruik gebruiken gebruikt gedaan gegeven gehad gelijk
gemaakt genoeg geven geef geeft gewoon ging goed goede graag groot grote had hadden hebt heel hele helemaal
helpen helpt hetzelfde hierbij hierdoor hierin hiermee hierna hierop hiervan hiervoor hou houden houdt iedereen
iedere ieder ik immers inderdaad indien inmiddels jezelf jij jou jouw juist jullie kant keer kies kiezen kiest
kijk kijken kijkt klein kleine kom komen komt kort kosten krijg krijgen krijgt kun kunt kwam laat laten lang lange
langer laatste lees leuk liever lijkt maak maakt maken makkelijk manier manieren mee meestal mensen mijzelf minder
misschien mits mocht moeten mogelijk mogen mooi mooie naast namelijk neem neemt nemen net nieuw nieuwe nodig nooit
nogal ofwel ondanks ongeveer onze onszelf ooit opnieuw overal paar pas per plaats plek precies reden samen
sinds slechts snel soms sommige speciaal spoedig staan staat steeds sterk stuk tegenover tenzij terwijl thuis tijdens
toe tussen twee drie vier vijf zes zeven acht negen tien eerste tweede derde uiteindelijk uiteraard vaak vanaf
vandaag vanuit vanwege verder verschillend verschillende vervolgens via vind vinden vindt volgend volgende volgens
volledig vooral voordat vooraf voorbeeld waarbij waardoor waarin waarmee waarna waarom waarop waarschijnlijk
waarvan waarvoor wanneer weer weet weg weinig wel welk welke weten wij wijze wilde willen wilt worden
zeer zeg zeggen zegt zeker zet zetten zichzelf zie zien ziet zoals zodat zodra zou zouden zowel zulke
`
  .trim()
  .split(/\s+/)

/** The same for English. */
export const englishFillers: readonly string[] = `
across actually ago ahead almost along already also although always among another anyone anything anyway around
away back based basically become becomes began begin best better big bit bring came certain certainly come comes
coming could course day days different done early easily easy either else enough especially etc even ever every
everyone everything example far feel find first five four found gave general generally get gets getting give given
gives giving go goes going gone good got great greater happen happens hard help helped helping helps high however
important including instead just keep keeps kept kind knew know known knows large last later least less let
like likely little long longer look looking looks lot lots made main mainly make makes making many maybe mean means
might month months most mostly much must my nearly need needed needs never new next nobody none nothing now often
ok old once one ones onto others otherwise part parts people per perhaps place possible probably put quite rather
read ready real really recent recently right said saw say saying says see seem seems seen several show simple
simply since small somebody someone something sometimes soon start started still sure take taken takes taking tell
ten thank thanks thing things think third though thought three time times today together told took toward towards
tried try trying turn two type types unless upon us use used useful uses using usually various via want wanted wants
way ways week weeks well went whether whole whose will within without won work working works would year years yes
yet
`
  .trim()
  .split(/\s+/)
