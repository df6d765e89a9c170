/** Cities that freight moves between: name, state, latitude, longitude. */
const CITIES = [
  ['Chicago', 'IL', 41.88, -87.63],
  ['Joliet', 'IL', 41.53, -88.08],
  ['Dallas', 'TX', 32.78, -96.8],
  ['Laredo', 'TX', 27.51, -99.51],
  ['Houston', 'TX', 29.76, -95.37],
  ['San Antonio', 'TX', 29.42, -98.49],
  ['El Paso', 'TX', 31.76, -106.49],
  ['Atlanta', 'GA', 33.75, -84.39],
  ['Savannah', 'GA', 32.08, -81.09],
  ['Memphis', 'TN', 35.15, -90.05],
  ['Nashville', 'TN', 36.16, -86.78],
  ['Indianapolis', 'IN', 39.77, -86.16],
  ['Columbus', 'OH', 39.96, -83],
  ['Cincinnati', 'OH', 39.1, -84.51],
  ['Louisville', 'KY', 38.25, -85.76],
  ['St. Louis', 'MO', 38.63, -90.2],
  ['Kansas City', 'MO', 39.1, -94.58],
  ['Minneapolis', 'MN', 44.98, -93.27],
  ['Green Bay', 'WI', 44.51, -88.01],
  ['Detroit', 'MI', 42.33, -83.05],
  ['Grand Rapids', 'MI', 42.96, -85.67],
  ['Pittsburgh', 'PA', 40.44, -80],
  ['Allentown', 'PA', 40.6, -75.47],
  ['Newark', 'NJ', 40.74, -74.17],
  ['Charlotte', 'NC', 35.23, -80.84],
  ['Jacksonville', 'FL', 30.33, -81.66],
  ['Lakeland', 'FL', 28.04, -81.95],
  ['Miami', 'FL', 25.76, -80.19],
  ['Denver', 'CO', 39.74, -104.99],
  ['Salt Lake City', 'UT', 40.76, -111.89],
  ['Phoenix', 'AZ', 33.45, -112.07],
  ['Ontario', 'CA', 34.06, -117.65],
  ['Fresno', 'CA', 36.74, -119.79],
  ['Stockton', 'CA', 37.96, -121.29],
  ['Portland', 'OR', 45.52, -122.68],
  ['Seattle', 'WA', 47.61, -122.33],
  ['Omaha', 'NE', 41.26, -95.93],
  ['Des Moines', 'IA', 41.59, -93.62],
  ['Little Rock', 'AR', 34.75, -92.29],
  ['Oklahoma City', 'OK', 35.47, -97.52],
] as const;

export type Place = { city: string; state: string; latitude: number; longitude: number };

export const PLACES: readonly Place[] = CITIES.map(([city, state, latitude, longitude]) => ({
  city,
  state,
  latitude,
  longitude,
}));

/** European towns for the desk that tracks trucks over there. */
export const EUROPEAN_TOWNS = [
  'Hamburg',
  'Poznań',
  'Cluj-Napoca',
  'Lyon',
  'Zaragoza',
  'Bologna',
  'Porto',
  'Felixstowe',
  'Duisburg',
  'Wrocław',
] as const;

/** Road miles, as dispatchers estimate them: the great circle and a fifth. */
export function roadMiles(from: Place, to: Place): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((to.latitude - from.latitude) * radians) / 2) ** 2 +
    Math.cos(from.latitude * radians) *
      Math.cos(to.latitude * radians) *
      Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
  return Math.round(3959 * 2 * Math.asin(Math.sqrt(a)) * 1.2);
}

export function placeName(place: Place): string {
  return `${place.city}, ${place.state}`;
}
