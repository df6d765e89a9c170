/**
 * The words for numbers in the languages that people call in. A list is never complete: what it misses is why free text
 * is hidden by its digits as well, and why phone numbers are kept from viewers in fields of their own.
 */
export const WORDS = [
  'zero oh nought naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand',
  'double triple treble o ｏ о ο',
  // Spanish
  'cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete',
  'dieciocho diecinueve veinte veintiuno veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete',
  'veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos trescientos',
  'cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil doble triple',
  // French
  'zéro un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente',
  'quarante cinquante soixante septante huitante octante nonante cent cents mille',
  // German
  'null ein eins zwei zwo drei vier fünf fuenf sechs sieben acht neun zehn elf zwölf zwoelf dreizehn vierzehn fünfzehn',
  'sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig fuenfzig sechzig siebzig achtzig',
  'neunzig hundert tausend',
  // Portuguese
  'um uma dois duas três quatro sete oito nove meia dez doze treze catorze dezesseis dezasseis dezessete dezassete',
  'dezoito dezenove dezanove vinte trinta cinquenta sessenta oitenta cem cento duzentos trezentos quatrocentos',
  'quinhentos seiscentos setecentos oitocentos novecentos',
  // Italian
  'due tre quattro cinque sei sette otto undici dodici tredici quattordici quindici sedici diciassette diciotto',
  'diciannove dieci venti trenta quaranta sessanta settanta ottanta novanta duecento trecento quattrocento cinquecento',
  'seicento settecento ottocento novecento',
  // Dutch
  'nul een twee drie vijf zes zeven negen tien twaalf',
  // Polish
  'jeden jedna jedno dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście',
  'czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści',
  'pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto dwieście trzysta czterysta pięćset',
  'sześćset siedemset osiemset dziewięćset',
  // Romanian
  'unu doi două trei patru cinci șase şase șapte şapte opt nouă zece unsprezece doisprezece douăsprezece treisprezece',
  'paisprezece patrusprezece cincisprezece șaisprezece şaisprezece șaptesprezece şaptesprezece optsprezece',
  'nouăsprezece douăzeci treizeci patruzeci cincizeci șaizeci şaizeci șaptezeci şaptezeci optzeci nouăzeci sută sute',
  // Russian
  'ноль нуль ноля нуля один одна одно одного два две двух три трёх четыре четырёх пять пяти шесть шести семь семи',
  'восемь восьми девять девяти десять десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать',
  'семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
  'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча',
  // Hindi
  'शून्य ज़ीरो जीरो एक दो तीन चार पांच पाँच छह छः छे छै सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह पन्द्रह सोलह सत्रह अठारह',
  'उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस अठाईस उनतीस तीस इकतीस इकत्तीस बत्तीस तैंतीस चौंतीस पैंतीस',
  'छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास',
  'इक्यावन बावन तिरपन तिरेपन चौवन चौअन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ',
  'अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी उन्यासी अस्सी इक्यासी बयासी तिरासी',
  'चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पंचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे सौ',
  'डबल ट्रिपल',
  // Arabic
  'صفر واحد واحدة اثنان اثنين اثنا اتنين إثنان إثنين ثلاثة ثلاث تلاتة أربعة أربع اربعة اربع خمسة خمس ستة ست سبعة سبع',
  'ثمانية ثماني ثمان تمانية تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين تلاتين أربعون أربعين اربعين خمسون خمسين ستون',
  'ستين سبعون سبعين ثمانون ثمانين تمانين تسعون تسعين مئة مائة مية',
  // Korean
  '하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔',
  '제로 공 영 일 이 삼 사 오 육 륙 칠 팔 구 십 백 천 만',
].flatMap((line) => line.split(' '));

/** Words that mean something else in another language, most of the time: they count, and are hidden beside a number. */
const AMBIGUOUS = new Set(
  'oh o ｏ о ο once due opt un une um uma una ein een null elf cent cents sei sept mil mille meia sto tien nul dix venti double triple doble 열 공 영 일 이 삼 사 오 육 륙 칠 팔 구 십 백 천 만'.split(
    ' ',
  ),
);

/** In kana nothing parts words, and most of these are parts of others: only several in a row are a number. */
export const KANA =
  'ゼロ|ぜろ|れい|まる|いち|に|さん|よん|よ|し|ご|ろく|なな|しち|はち|きゅう|く|じゅう|ひゃく|イチ|ニ|サン|ヨン|シ|ゴ|ロク|ナナ|シチ|ハチ|キュウ|ク|レイ|マル';

/** Digits as Korean says them one by one: parts of other words as well, and endings hang on to the last of several. */
export const HANGUL =
  '제로|공|영|일|이|삼|사|오|육|륙|칠|팔|구|십|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉';
/** What Korean hangs on to a number that is a word by itself. */
export const HANGUL_ENDING =
  '(?:이?에요|예요|이?요|입니다|이?고|하고|번|은|는|이|가|을|를|의|에|랑|과|와)?';

/** The letter with its marks, or without: people leave them out. */
function loosely(word: string): string {
  return [...word.normalize('NFC')]
    .map((letter) => {
      const [bare = letter] = letter.normalize('NFD');
      return /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(letter) && bare !== letter
        ? `[${letter}${bare}]`
        : letter;
    })
    .join('');
}

function pattern(words: Iterable<string>): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return longestFirst.map(loosely).join('|');
}

/** German puts the smaller number first and all in one word; Italian and Arabic put words together too. */
export const GERMAN =
  '(?:ein|zwei|drei|vier|fünf|fuenf|funf|sechs|sieben|acht|neun)?(?:hundert)?(?:und)?(?:(?:ein|zwei|drei|vier|fünf|fuenf|funf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|f(?:ü|ue|u)nfzig|sechzig|siebzig|achtzig|neunzig|hundert)';
export const ITALIAN =
  '(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ia]?(?:uno?|due|tr[eé]|quattro|cinque|sei|sette|otto|nove)?';

const START = String.raw`(?<![\p{L}\p{M}])`;
const END = String.raw`(?![\p{L}\p{M}])`;
const CERTAIN = WORDS.filter((word) => !AMBIGUOUS.has(word));
const KANA_RUN = String.raw`(?:${KANA})(?:[\s、。・,.-]{0,2}(?:${KANA})){2,}`;
const HANGUL_RUN = String.raw`(?:${HANGUL})(?:[\s,.-]{0,2}(?:${HANGUL})){2,}`;
const ELSEWHERE = `${KANA_RUN}|${HANGUL_RUN}`;

/** Each of those that are written without a space between. */
export const ONE_NUMBER_WORD = new RegExp(`${KANA}|${pattern(WORDS)}`, 'giu');

/** Number words that are nothing else; several that are written without a space between are found as one. */
export const NUMBER_WORDS = new RegExp(
  `${START}و?(?:${GERMAN}|${ITALIAN}|(?:${pattern(CERTAIN)})+)${HANGUL_ENDING}${END}|${ELSEWHERE}`,
  'giu',
);

/** The same with those that can be something else. */
export const ANY_NUMBER_WORDS = new RegExp(
  `${START}و?(?:${GERMAN}|${ITALIAN}|(?:${pattern(WORDS)})+)${HANGUL_ENDING}${END}|${ELSEWHERE}`,
  'giu',
);
