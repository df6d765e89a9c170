import { DEMO_BACKTEST } from '@/lib/call/costs/outlook/demo-backtest';

const { forecasts, meanError, largestError, within } = DEMO_BACKTEST;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What the words of the outlook mean: said here, and shown beside the figures and in the help. */
export const OUTLOOK_DEFINITIONS = [
  {
    id: 'forecast',
    term: 'Forecast to month’s end',
    meaning:
      'What the month cost until now, and for each day that is left the average of the same weekday in the last 8 weeks; for the rest of today, the average of what came after this time of day. Eight of ten such forecasts should end within their range, which comes from how much days and weeks differed. It knows no holidays and no plans. Fewer than 4 whole weeks make no forecast: a time of which no calls are known is not a time without costs.',
  },
  {
    id: 'late-costs',
    term: 'Costs that are late',
    meaning:
      'Some calls never get a cost; how many is seen from calls older than a week. Where clearly more calls of this month have none, the forecast counts those beyond at the average price of a call, and not as zero. Days of which too many costs are missing are left out of the averages.',
  },
  {
    id: 'backtest',
    term: 'Past forecasts',
    meaning: `The same forecast, made as if it were the 5th, 10th, 15th, 20th and 25th of up to six months that are over, from what was known then, against what those months came to. In the data of the demo they are ${percent(meanError)} off on average and ${percent(largestError)} at most; ${within} of ${forecasts} forecasts ended within their range.`,
  },
  {
    id: 'band',
    term: 'Usual today',
    meaning:
      'What the same weekday cost until the same time of day in the last 8 weeks. Nineteen of twenty such days should lie in the band around their average; one outside is unusual. Where costs that are late could decide it, nothing is said.',
  },
  {
    id: 'budget',
    term: 'Budget',
    meaning:
      'What may be spent in each month, in all or in one use case. It always compares with all calls of the month, or of the use case, whatever the filters. Marks stand at 50, 75, 90 and 100%. Managers set budgets; everybody sees them.',
  },
] as const;
