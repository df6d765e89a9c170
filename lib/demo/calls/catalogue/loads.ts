import { DAY_MS, iso } from '@/lib/demo/calls/central-time';
import type { Random } from '@/lib/demo/calls/random';
import { PLACES, type Place, placeName, roadMiles } from './places';

/** The kinds of trailers, what each earns per mile in US dollars, and how often it is asked for. */
const EQUIPMENT: readonly (readonly [{ name: string; perMile: number }, number])[] = [
  [{ name: 'Dry Van', perMile: 2.1 }, 46],
  [{ name: 'Reefer', perMile: 2.55 }, 26],
  [{ name: 'Flatbed', perMile: 2.7 }, 15],
  [{ name: 'Step Deck', perMile: 2.85 }, 5],
  [{ name: 'Power Only', perMile: 1.9 }, 5],
  [{ name: 'Box Truck', perMile: 1.65 }, 3],
];

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
  const destination = otherPlace(random, origin);
  const { name: equipment, perMile } = random.weighted(EQUIPMENT);
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

function otherPlace(random: Random, origin: Place): Place {
  const place = random.pick(PLACES);
  return place === origin ? otherPlace(random, origin) : place;
}

export function toFives(amount: number): number {
  return Math.round(amount / 5) * 5;
}

export function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US')}`;
}
