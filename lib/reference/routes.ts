import type { ApiRoute, ApiRoutes } from './route';
import { CALL_ROUTES } from './routes/calls';
import { CAMPAIGN_ROUTES } from './routes/campaigns';
import { CONNECTION_ROUTES } from './routes/connection';
import { FIGURE_ROUTES } from './routes/figures';
import { OUTCOME_ROUTES } from './routes/outcomes';
import { OUTLOOK_ROUTES } from './routes/outlook';
import { RECORDING_ROUTES } from './routes/recordings';
import { REVIEW_ROUTES } from './routes/review';
import { SERVER_ROUTES } from './routes/server';
import { SESSION_ROUTES } from './routes/session';
import { VIEW_ROUTES } from './routes/views';

/** Routes that belong together. */
type RouteGroup = { title: string; about: string; routes: ApiRoutes };

export const ROUTE_GROUPS: readonly RouteGroup[] = [
  {
    title: 'Calls',
    about: 'Lists, single calls and files. Fields are named as HappyRobot names them.',
    routes: CALL_ROUTES,
  },
  {
    title: 'Recordings',
    about: 'What can be heard. Nothing of it is kept, and nothing tells where it lies.',
    routes: RECORDING_ROUTES,
  },
  {
    title: 'Review',
    about: 'Notes, ratings and views, written to HappyRobot in the name of the reviewer.',
    routes: REVIEW_ROUTES,
  },
  {
    title: 'Figures',
    about: 'Counts and costs, answered by the index.',
    routes: FIGURE_ROUTES,
  },
  {
    title: 'Outcomes',
    about: 'What calls came to, and what was found out on them.',
    routes: OUTCOME_ROUTES,
  },
  {
    title: 'Outlook and budgets',
    about: 'Where the current month is going, and what it may cost.',
    routes: OUTLOOK_ROUTES,
  },
  {
    title: 'Campaigns',
    about: 'What campaigns are called.',
    routes: CAMPAIGN_ROUTES,
  },
  {
    title: 'Shared views',
    about: 'Saved filters that everybody can open.',
    routes: VIEW_ROUTES,
  },
  {
    title: 'Index and HappyRobot',
    about: 'What the index knows, and how HappyRobot behaves.',
    routes: CONNECTION_ROUTES,
  },
  { title: 'Sign-in', about: 'Sessions, where people sign in.', routes: SESSION_ROUTES },
  { title: 'Server', about: 'For those who run Callscope.', routes: SERVER_ROUTES },
];

/** Every route with the name that is its own. */
export const ROUTES: readonly (ApiRoute & { id: string })[] = ROUTE_GROUPS.flatMap(({ routes }) =>
  Object.entries(routes).map(([id, route]) => ({ id, ...route })),
);
