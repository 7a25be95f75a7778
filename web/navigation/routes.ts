// Every address of the office, as a template: what is not in this list is no page, and the sweep of the tests looks at each.

export const ROUTES = [
  '/',
  '/projects',
  '/projects/{id}',
  '/projects/{id}/papers',
  '/projects/{id}/papers/{kind}',
  '/projects/{id}/papers/{kind}/versions',
  '/projects/{id}/replay',
  '/tasks',
  '/intake',
  '/intake/stacks/{id}',
  '/intake/sheets/{id}/{page}',
  '/intake/pages/{id}/{page}',
  '/reviews',
  '/reviews/{id}',
  '/money',
  '/money/accounts/{id}',
  '/money/budget/{year}',
  '/programme',
  '/programme/duties',
  '/programme/assessment',
  '/programme/assessment/{street}',
  '/programme/papers',
  '/programme/papers/{year}',
  '/programme/papers/{year}/{kind}/versions',
  '/programme/figures',
  '/programme/figures/{code}',
  '/programme/figures/{code}/{street}',
  '/programme/ledgers/{name}',
  '/calculators',
  '/calculators/ballot',
  '/calculators/funding',
  '/calculators/settlement',
  '/calculators/publicity',
  '/calculators/eligibility',
  '/calculators/tender',
  '/audit',
  '/audit/queries/{code}',
  '/audit/bundles/{id}',
  '/notices',
  '/notices/circulars/{week}',
  '/notices/{id}',
  '/operations',
  '/operations/reconciler',
  '/operations/clocks',
  '/operations/calendar',
  '/operations/latency',
  '/operations/outbox',
  '/settings',
  '/settings/users',
  '/settings/templates',
  '/settings/templates/{kind}',
  '/settings/packs',
  '/settings/posting-places',
  '/settings/posting-places/{id}',
  '/settings/telephones',
  '/settings/display',
  '/settings/view',
] as const;

export type Route = (typeof ROUTES)[number];

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/** The template that an address belongs to; words come before places that stand for anything. */
export function routeOf(path: string): Route | undefined {
  const parts = partsOf(path);
  const fits = (route: Route): boolean => {
    const places = partsOf(route);
    return (
      places.length === parts.length && places.every((place, index) => place.startsWith('{') || place === parts[index])
    );
  };
  return ROUTES.find(fits);
}
