/**
 * Who may import whom: app → components → lib, nothing backwards. `npm run imports` checks it.
 * Tests may reach further: they hold several rooms against each other.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const TEST = '\\.test[-a-z]*\\.tsx?$';
const CLI = '^lib/cli/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-knows-no-page',
      comment: 'lib does not know who draws it: move what both need into lib.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|e2e)/' },
    },
    {
      name: 'components-know-no-route',
      comment: 'Components are given what they draw; routing stays in app.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|e2e)/' },
    },
    {
      name: 'browser-code-knows-no-server',
      comment:
        'Only app, instrumentation and the commands touch lib/server: everything else can reach a browser.',
      severity: 'error',
      from: { path: '^(components|lib)/', pathNot: ['^lib/(server|cli)/', TEST] },
      to: { path: '^lib/server/' },
    },
    {
      name: 'browser-code-knows-no-node',
      comment: 'Modules of Node belong into lib/server, lib/demo or lib/cli.',
      severity: 'error',
      from: { path: '^(components|lib)/', pathNot: ['^lib/(server|demo|cli)/', TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-zod-only',
      comment:
        'lib/call is the domain: no framework, no other room, of all packages only zod, and the calendar.',
      severity: 'error',
      from: { path: '^lib/call/', pathNot: TEST },
      to: { pathNot: ['^lib/call/', '(^|/)node_modules/(zod|@internationalized/date)/'] },
    },
    {
      name: 'ui-knows-no-calls',
      comment:
        'components/ui are primitives: React, Base UI, icons and each other. What knows calls lives beside calls.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TEST },
      to: { path: '^(lib|components)/', pathNot: '^components/ui/' },
    },
    {
      name: 'upstream-is-met-at-its-port',
      comment:
        'Only start-up and the doctor build a client; everybody else knows its interface. The bench measures its parts.',
      severity: 'error',
      from: {
        path: '^(app|lib)/',
        pathNot: [
          '^lib/server/upstream/',
          '^lib/server/boot/',
          '^lib/cli/doctor/run\\.ts$',
          '^lib/cli/bench/reading/',
          TEST,
        ],
      },
      to: { path: '^lib/server/upstream/', pathNot: '^lib/server/upstream/port/' },
    },
    {
      name: 'upstream-knows-no-other-room',
      comment: 'The client and the index meet in the services, nowhere else.',
      severity: 'error',
      from: { path: '^lib/server/upstream/' },
      to: {
        path: '^lib/server/',
        pathNot: '^lib/server/(upstream/|(abort|errors|loopback|sharing)\\.ts$)',
      },
    },
    {
      name: 'transport-serves-any-adapter',
      comment: 'Transport and port know no product: a second adapter uses them as the first does.',
      severity: 'error',
      from: { path: '^lib/server/upstream/(port|transport)/', pathNot: TEST },
      to: { path: '^lib/server/upstream/', pathNot: '^lib/server/upstream/(port|transport)/' },
    },
    {
      name: 'index-is-met-at-its-store',
      comment:
        'Services know the store, its handle and packed calls; SQL and the engine stay inside. Start-up opens it.',
      severity: 'error',
      from: {
        path: '^(app|lib)/',
        pathNot: ['^lib/server/index/', '^lib/server/boot/', CLI, TEST],
      },
      to: {
        path: '^lib/server/index/',
        pathNot: '^lib/server/index/(store|index-handle|documents/packed-calls)\\.ts$',
      },
    },
    {
      name: 'index-knows-no-other-room',
      comment: 'The client and the index meet in the services, nowhere else.',
      severity: 'error',
      from: { path: '^lib/server/index/', pathNot: TEST },
      to: {
        path: '^lib/server/',
        pathNot: '^lib/server/(index/|errors\\.ts$|yielding-loop\\.ts$)',
      },
    },
    {
      name: 'sync-knows-ports-only',
      comment: 'The sync fills a store from a source: neither SQL nor HTTP.',
      severity: 'error',
      from: { path: '^lib/server/sync/', pathNot: TEST },
      to: { path: '^lib/server/', pathNot: '^lib/server/(sync/|index/store\\.ts$|errors\\.ts$)' },
    },
    {
      name: 'record-is-met-at-its-port',
      comment: 'Who shares a record knows its port in the sync; start-up opens it.',
      severity: 'error',
      from: {
        path: '^(app|lib)/',
        pathNot: ['^lib/server/record/', '^lib/server/boot/', CLI, TEST],
      },
      to: { path: '^lib/server/record/' },
    },
    {
      name: 'record-knows-its-port-only',
      comment: 'The record keeps calls: it knows neither the index nor HappyRobot.',
      severity: 'error',
      from: { path: '^lib/server/record/', pathNot: TEST },
      to: {
        path: '^lib/server/',
        pathNot: '^lib/server/(record/|sync/shared/record\\.ts$|yielding-loop\\.ts$)',
      },
    },
    {
      name: 'only-the-record-knows-postgres',
      comment: 'PostgreSQL is met in one room.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: ['^lib/server/record/', TEST] },
      to: { path: '(^|/)node_modules/pg/' },
    },
    {
      name: 'services-know-no-http',
      comment:
        'What may be asked does not depend on how: requests and start-up know the services, not the reverse.',
      severity: 'error',
      from: { path: '^lib/server/services/', pathNot: TEST },
      to: { path: '^lib/server/(http|boot)/' },
    },
    {
      name: 'demo-is-somebody-else',
      comment:
        'The dashboard knows the demo upstream by HTTP only, as it knows HappyRobot; the commands start it.',
      severity: 'error',
      from: { path: '^(app|components|lib|instrumentation)', pathNot: ['^lib/demo/', CLI, TEST] },
      to: { path: '^lib/demo/' },
    },
    {
      name: 'demo-knows-no-dashboard',
      comment: 'The demo upstream shares the words of the domain with the dashboard, nothing else.',
      severity: 'error',
      from: { path: '^lib/demo/', pathNot: TEST },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/(demo|call)/' },
    },
    {
      name: 'commands-are-not-imported',
      comment: 'lib/cli are programs.',
      severity: 'error',
      from: { pathNot: [CLI, TEST] },
      to: { path: CLI },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships does not lean on tests.',
      severity: 'error',
      from: { path: '^(app|components|lib|instrumentation)', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'What ships leans on dependencies, not on devDependencies.',
      severity: 'error',
      from: { path: '^(app|components|lib|instrumentation)', pathNot: [CLI, TEST] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: who may not use a room may not lean on its types either.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
