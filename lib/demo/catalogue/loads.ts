import { DAY_MS, iso } from '../central-time';
import type { Random } from '../random';
import { PLACES, placeName, roadMiles } from './places';

/** What each kind of trailer earns per mile, US dollars, and how often it is asked for. */
const EQUIPMENT = [
  ['Dry Van', 2.1, 46],
  ['Reefer', 2.55, 26],
  ['Flatbed', 2.7, 15],
  ['Step Deck', 2.85, 5],
  ['Power Only', 1.9, 5],
  ['Box Truck', 1.65, 3],
] as const;

const COMMODITIES =
  'Packaged food|Paper rolls|Auto parts|Bottled water|Frozen poultry|Lumber|Steel coils|Produce|Household goods|Beverages|Building materials|Pet food'.split(
    '|',
  );

const FACILITIES =
  'Cedar Grove DC|Lakeshore Cold Storage|Riverbend Warehouse|Gateway Fulfillment|Hillcrest Foods|Union Station Cross-Dock|Mesa Valley Distribution|Northgate Paper Mill'.split(
    '|',
  );

export type Load = {
  reference: string;
  origin: string;
  destination: string;
  equipment: string;
  miles: number;
  /** Pounds. */
  weight: number;
  commodity: string;
  facility: string;
  /** Calendar days, `2026-11-22`. */
  pickupDate: string;
  deliveryDate: string;
  /** What the brokerage posts, whole US dollars. */
  rate: number;
};

/** A load that is spoken about at `created`. */
export function createLoad(random: Random, created: number): Load {
  const origin = random.pick(PLACES);
  const destination = random.pick(PLACES.filter((place) => place !== origin));
  const [equipment, perMile] = random.weighted(EQUIPMENT.map((kind) => [kind, kind[2]] as const));
  const miles = Math.max(45, roadMiles(origin, destination));
  const pickup = created + random.int(0, 3) * DAY_MS;
  return {
    reference: `NL-${random.int(400_000, 899_999)}`,
    origin: placeName(origin),
    destination: placeName(destination),
    equipment,
    miles,
    weight: random.int(12, 44) * 1000,
    commodity: random.pick(COMMODITIES),
    facility: random.pick(FACILITIES),
    pickupDate: iso(pickup).slice(0, 10),
    deliveryDate: iso(pickup + Math.ceil(miles / 550) * DAY_MS).slice(0, 10),
    rate: toFives(Math.max(350, miles * perMile * (0.88 + random.next() * 0.26))),
  };
}

export function toFives(amount: number): number {
  return Math.round(amount / 5) * 5;
}

export function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US')}`;
}
