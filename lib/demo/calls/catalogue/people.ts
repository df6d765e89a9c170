import { createRandom, type Random } from '@/lib/demo/calls/random';

/** The people who listen to calls afterwards; `user_id` of notes is their e-mail address. */
export const REVIEWERS = [
  'maya.lindqvist@northlinefreight.example',
  'derrick.osei@northlinefreight.example',
  'paula.jimenez@northlinefreight.example',
  'tom.abernathy@northlinefreight.example',
  'yuki.tanabe@northlinefreight.example',
  'sam.whitfield@northlinefreight.example',
] as const;

/** The people whom agents hand calls over to. */
export const CONTACTS = {
  sales: ['carrier.desk@northlinefreight.example', 'luis.ortega@northlinefreight.example'],
  tracking: ['tracking@northlinefreight.example', 'nadia.kowalczyk@northlinefreight.example'],
  billing: ['payables@northlinefreight.example', 'renee.dupont@northlinefreight.example'],
  night: ['oncall@northlinefreight.example'],
} as const;

const FIRST =
  'Marcus Elena Dwayne Priya Tyler Rosa Ahmed Kelly Viktor Denise Hector Grace Omar Brittany Sergei Yolanda Colt Mei Andre Svetlana'.split(
    ' ',
  );
const LAST =
  'Bell Navarro Hughes Patel Brooks Castillo Hassan Murphy Petrov Coleman Reyes Nguyen Farouk Schultz Ivanov Washington Barnes Chen Lewis Kozlov'.split(
    ' ',
  );
const FLEET_FIRST =
  'Blue Mesa|Ironwood|Prairie Star|Lone Cedar|Silver Creek|Great Bend|Redtail|Cannonball|High Plains|Two Rivers|Nightingale|Sundown|Copper Ridge|Old Mill|Trailhead|Black Pine|Mesquite|Harvest Moon|Gulf Breeze|Four Corners|Cardinal|Juniper|Granite Pass|Sweetwater'.split(
    '|',
  );
const FLEET_LAST =
  'Transport LLC|Trucking Inc|Logistics LLC|Carriers|Freight Lines|Express LLC|Hauling|Transportation Inc'.split(
    '|',
  );
const AREA_CODES = [214, 312, 404, 469, 502, 513, 602, 614, 630, 713, 816, 901, 904, 909, 915, 956];

export type Carrier = {
  name: string;
  mcNumber: string;
  dotNumber: string;
  contact: string;
  phone: string;
  trucks: number;
  spanish: boolean;
};

/** A number that nobody has: exchange 555, line 01xx. */
export function fictionalPhone(random: Random): string {
  return `+1${random.pick(AREA_CODES)}55501${String(random.int(0, 99)).padStart(2, '0')}`;
}

function personName(random: Random): string {
  return `${random.pick(FIRST)} ${random.pick(LAST)}`;
}

/** The same hundreds of carriers call again and again; they do not depend on the seed of the calls. */
export const CARRIERS: readonly Carrier[] = createCarriers();

function createCarriers(): Carrier[] {
  const random = createRandom('carriers');
  return FLEET_FIRST.flatMap((first) =>
    FLEET_LAST.map((last) => ({
      name: `${first} ${last}`,
      mcNumber: String(random.int(187_000, 1_690_000)),
      dotNumber: String(random.int(1_200_000, 4_290_000)),
      contact: personName(random),
      phone: fictionalPhone(random),
      trucks: random.skewed(9, 1),
      spanish: random.chance(0.16),
    })),
  );
}
