/**
 * How far off forecasts are in the data of the demo: those of six months, after 5, 10, 15, 20 and 25 days. A test holds
 * these figures to the data.
 */
export const DEMO_BACKTEST = {
  forecasts: 30,
  /** Shares of what the months came to. */
  meanError: 0.014,
  largestError: 0.044,
  /** How many of the months ended within the range. */
  within: 28,
} as const;
