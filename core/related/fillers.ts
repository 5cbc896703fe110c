/**
 * Words that tell a reader nothing about what an article is about, beyond the stop words of the lists that
 * we build on: forms of address, adverbs, and the verbs that go with any subject. Alphabetical. Not
 * among them is what a site may be about: *enkel* (ankle), the months, the night.
 */
export const dutchFillers: readonly string[] = `
aangezien acht achter af afgelopen alle alleen allemaal allen alsnog altijd ander anders beetje begint
begon behalve beide beiden belangrijk belangrijke bent bepaald bepaalde beste betekent beter betreffende
betreft bevat bijna bijv bijvoorbeeld binnen bleef bleek blijf blijft blijkt blijven boven bovendien
breng brengen brengt buiten bv daarbij daardoor daarheen daarin daarmee daarna daarnaast daarom daaronder
daarop daarover daarvan daarvoor dag dagen dankzij deden deed denk denken denkt derde dertig desondanks
dezelfde dienen dient dingen dinsdag doe doet donderdag drie duidelijk duizend echt echter eerder eerst
eerste eigen eigenlijk elf elk elkaar elke enig enige enigszins enkele enzovoort er erg ergens erin ermee
erop ervan ervoor etc even eveneens eventueel eén ga gaan gaat gebruik gebruiken gebruikt gedaan geef
geeft gegeven gehad geldt gelijk gemaakt genoeg geven gewoon ging goed goede graag groot grote haarzelf
had hadden half halve hebt heel hele helemaal helpen helpt hemzelf hen hetzelfde hierbij hierdoor hierin
hiermee hierna hierop hiervan hiervandaan hiervoor hoeft hoeven hoewel honderd hou houden houdt ieder
iedere iedereen iemand ik immers inderdaad indien ineens inmiddels intussen jaar jaren jezelf jij jou
jouw jouwe juist jullie kant keer keren kies kiest kiezen kijk kijken kijkt klein kleine kom komen komt
konden kort kreeg krijg krijgen krijgt kun kunt kwam laat laatst laatste lag lang lange langer laten
later lees leuk liep liet liever lijkt lukken lukt maak maakt maakte maakten maand maandag maanden mag
maken makkelijk manier manieren mee meest meestal meeste mensen meteen mezelf mijzelf minder minuten
minuut misschien mits mocht mochten moest moesten moeten mogelijk mogen mooi mooie naast nadat nam
namelijk neem neemt negen nemen nergens net niemand nieuw nieuwe niks nodig nogal nooit ofwel omdat
ondanks ondertussen ongeveer onszelf onze ooit opeens opnieuw overal overigens paar pas per plaats plek
precies redelijk reden rond samen sinds slechts snel sommige soms speciaal spoedig staan staat steeds
sterk stond straks stuk tamelijk tegenover telkens ten tenslotte tenzij ter terwijl thuis tien tiende
tijd tijdens toch toe totdat tussen twaalf twee tweede twintig uiteindelijk uiteraard uren uur vaak vanaf
vandaag vandaan vanuit vanwege vanzelf veel veertig verder verschillend verschillende vervolgens via vier
vierde vijf vijfde vijftig vind vinden vindt vol volgend volgende volgens volledig vond vooraf vooral
voorbeeld voordat vrij vrijdag waar waarbij waardoor waarin waarmee waarna waarom waarop waarschijnlijk
waarvan waarvoor wanneer waren was we week weer weet weg weinig weken wel welk welke werden weten wij
wijze wilde willen wilt woensdag word worden zat zaterdag zeer zeg zeggen zegt zei zeker zes zesde zet
zetten zeven zichzelf zie zien ziet zoals zodat zodra zondag zou zouden zowel zulke zullen zult één
`
  .trim()
  .split(/\s+/)

/** The same for English. */
export const englishFillers: readonly string[] = `
able across actually ago ahead almost along already also although always among another anyone anything
anyway anywhere around away back based basically become becomes began begin best better big bit bring
came certain certainly come comes coming could course currently day days different directly done during
early easily easy either eleven else enough especially etc even ever every everyone everything everywhere
example far feel fifth fifty find first five following forty found four fourth friday gave general
generally get gets getting give given gives giving go goes going gone good got great greater half happen
happens hard help helped helping helps high hour hours however hundred important including instead just
keep keeps kept kind knew know known knows large last later least less let like likely little long longer
look looking looks lot lots made main mainly make makes making many maybe mean means might minute minutes
monday month months most mostly much must my nearly need needed needs never new next nobody none nothing
now often ok old once one ones onto others otherwise part parts people per perhaps place possible
probably put quickly quite rather read ready real really recent recently right said saturday saw say
saying says second seconds see seem seems seen several show simple simply since small somebody someone
something sometimes somewhere soon start started still sunday sure take taken takes taking tell ten thank
thanks thing things think third thirty though thought thousand three throughout thursday time times today
together told took toward towards tried try trying tuesday turn twelve twenty two type types unless upon
us use used useful uses using usually various via want wanted wants way ways wednesday week weeks well
went whatever whenever wherever whether whole whose will within without won work working works would year
years yes yesterday yet
`
  .trim()
  .split(/\s+/)
