/** The words of each unit that numbers of calls are measured in, by the spelling that is told. */
const UNITS: Record<string, string> = {
  lbs: 'lb lbs lbs. pound pounds libra libras',
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramo kilogramos',
  t: 't ton tons tonne tonnes',
  ft: "ft ft. feet foot ' ′ pies",
  in: 'in in. inch inches " ″',
  m: 'm meter meters metre metres',
  mi: 'mi mile miles milla millas',
  km: 'km kms kilometer kilometers kilometre kilometres',
  mph: 'mph',
  h: 'h hr hrs hr. hrs. hour hours hora horas',
  min: 'min mins min. minute minutes minuto minutos',
  s: 's sec secs second seconds segundo segundos',
  days: 'd day days día días',
  weeks: 'week weeks',
  months: 'month months',
  years: 'year years',
  '%': '% percent pct',
  '°F': '°f °F f F fahrenheit',
  '°C': '°c °C c C celsius',
  '°': '° deg degrees',
  pallets: 'pallet pallets plt plts skid skids tarimas',
  pieces: 'piece pieces pcs pc',
  cases: 'case cases',
  boxes: 'box boxes',
  loads: 'load loads',
  trucks: 'truck trucks',
  stops: 'stop stops',
  gal: 'gal gallon gallons',
};

const CURRENCIES: Record<string, string> = {
  USD: '$ US$ USD dollar dollars dólares bucks',
  CAD: 'C$ CA$ CAD',
  MXN: 'MX$ MXN peso pesos',
  EUR: '€ EUR euro euros',
  GBP: '£ GBP',
  PLN: 'PLN zł złoty zlotys',
  RON: 'RON lei',
  BRL: 'R$ BRL reais',
};

const unitNames = spellings(UNITS);
const currencyNames = spellings(CURRENCIES);

/** A currency before a number; undefined where it is none. */
export function currencyOf(written: string): string | undefined {
  return currencyNames.get(written);
}

/** What stands after a number, such as `lbs`, `USD`, `per mile` or `$/mi`; undefined where it is no unit. */
export function unitOf(written: string): string | undefined {
  const [, first = '', each] = /^([^/]*?)\s?(?:(?:\/|\bper\b)\s?(\S+))?$/i.exec(written) ?? [];
  const whole = first === '' ? '' : nameOf(first);
  if (each === undefined || whole === undefined) return whole;
  const part = nameOf(each);
  return part === undefined ? undefined : `${whole}/${part}`;
}

function nameOf(word: string): string | undefined {
  const names = [word, word.toLowerCase(), word.toUpperCase()];
  for (const name of names) {
    const found = unitNames.get(name) ?? currencyNames.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function spellings(names: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(names).flatMap(([name, words]) =>
      words.split(' ').map((word) => [word, name] as const),
    ),
  );
}
