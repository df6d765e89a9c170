import { parseExtractionFacetsQuery } from '@/lib/call/query/routes/extraction-query';
import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  FIGURE_ROUTES.getExtractionFacets,
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseExtractionFacetsQuery(params);
    refuse(problems);
    return container().answers.extractionFacets(query, { who, signal });
  },
);
