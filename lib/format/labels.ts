import type { RelativeRange } from '@/lib/call/query/ranges';

export const RANGE_LABELS: Record<RelativeRange, string> = {
  '-24h': 'Last 24 hours',
  '-7d': 'Last 7 days',
  '-28d': 'Last 28 days',
  '-30d': 'Last 30 days',
  '-90d': 'Last 90 days',
  today: 'Today',
  yesterday: 'Yesterday',
  'this-week': 'This week',
  'last-week': 'Last week',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'this-year': 'This year',
  'last-12-months': 'Last 12 months',
  all: 'All time',
};
