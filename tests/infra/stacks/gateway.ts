// What the browser meets: the routes of the gateway, the pages, and what stands before both.
import { expect, it } from 'vitest';
import { API_ROUTES } from '../../../infra/api-routes.ts';
import { routesOf as localRoutes } from '../../../local/routes.ts';
import { resourcesOf, type Synthesised, text } from '../synthesise.ts';

export function describeGateway(synthesised: Synthesised): void {
  const routes = resourcesOf(synthesised, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
  const open = routes
    .filter(({ AuthorizationType }) => AuthorizationType === 'NONE')
    .map(({ RouteKey }) => String(RouteKey));

  it('serves the routes of the one-machine system', () => {
    const system = { clockKind: 'real' } as Parameters<typeof localRoutes>[0];
    const local = localRoutes(system).map(({ method, path }) => `${method} ${path}`);
    const served = Object.values(API_ROUTES)
      .flat()
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => route.includes(' /api/'));
    expect(local.filter((route) => !served.includes(route))).toEqual([]);
    expect(served.filter((route) => !local.includes(route) && !route.includes('/public/'))).toEqual([]);
  });

  it('asks for a token of the district’s issuer on every route but these', () => {
    expect(routes.filter(({ AuthorizationType }) => AuthorizationType === 'JWT').length + open.length).toBe(
      routes.length,
    );
    expect(open.filter((route) => route.includes(' /api/')).toSorted()).toEqual([
      'GET /api/calendar',
      'GET /api/dashboard/screen',
      'GET /api/health',
      'GET /api/public/keys',
      'GET /api/public/notices/{code}',
      'GET /api/public/projects/{id}',
      'GET /api/public/telephones',
      'GET /api/public/verify/{code}',
      'POST /api/calculators/ballot',
      'POST /api/calculators/eligibility',
      'POST /api/calculators/funding',
      'POST /api/calculators/publicity',
      'POST /api/calculators/settlement',
      'POST /api/calculators/tender',
      'POST /api/public/notices/{code}/objections',
    ]);
    const pages = open.filter((route) => !route.includes(' /api/'));
    expect(pages.filter((route) => !/^(?:GET|POST) \/p\/|^GET \/P\/|^\$default$/.test(route))).toEqual([]);
  });

  it('gives nobody more than the district’s share', () => {
    const [stage] = resourcesOf(synthesised, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 },
    });
    // The address of a resident is personal, and stands in no log.
    expect(text(stage?.Properties.AccessLogSettings)).not.toMatch(/sourceIp|userAgent|authorizer/);
  });
}

export function describePages(synthesised: Synthesised): void {
  it('may speak to the API, the issuer and the intake bucket, and run nothing but their own files', () => {
    const policies = resourcesOf(synthesised, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
      text(Properties),
    );
    expect(policies).toHaveLength(2);
    expect(
      policies.filter((policy) => policy.includes("connect-src 'self' https://login.example.cn https://")),
    ).toHaveLength(1);
    expect(
      policies.every((policy) => policy.includes("default-src 'none'") || policy.includes("default-src 'self'")),
    ).toBe(true);
  });

  // The token, the post acted under, the seq that was seen.
  it('hands every header on, and keeps no answer', () => {
    const [distribution] = resourcesOf(synthesised, 'AWS::CloudFront::Distribution');
    const config = JSON.parse(text(distribution?.Properties)).DistributionConfig;
    const toApi = config.CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === '/api/*');
    expect(toApi).toMatchObject({
      // Managed: AllViewerExceptHostHeader, CachingDisabled.
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    });
    expect(
      resourcesOf(synthesised, 'AWS::ApiGatewayV2::Api').some(({ Properties }) => 'CorsConfiguration' in Properties),
    ).toBe(false);
  });
}

/** Before CloudFront, where the partition has it. */
export function describeFirewall(synthesised: Synthesised): void {
  it('stops one address that asks too much, known bad ones, and common attacks', () => {
    const [firewall] = resourcesOf(synthesised, 'AWS::WAFv2::WebACL');
    expect(firewall?.Properties).toMatchObject({
      Scope: 'CLOUDFRONT',
      Rules: [
        { Name: 'RateOfAddress', Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 2_000 } } },
        { Name: 'AWSManagedRulesAmazonIpReputationList' },
        { Name: 'AWSManagedRulesCommonRuleSet' },
      ],
    });
  });
}

export function describePagesAlone(alone: Synthesised): void {
  it('has the pages served by the gateway, under the same name and the same headers', () => {
    expect(resourcesOf(alone, 'AWS::CloudFront::Distribution')).toEqual([]);
    expect([...alone.keys()]).not.toContain('edge');
    expect(resourcesOf(alone, 'AWS::ApiGatewayV2::DomainName')).toMatchObject([
      { Properties: { DomainName: 'jiugai.example.cn' } },
    ]);
    expect(resourcesOf(alone, 'AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
    const office = resourcesOf(alone, 'AWS::Lambda::Function').find(
      ({ Properties }) => Properties.Description === 'officePage',
    );
    expect(text(office?.Properties.Environment)).toContain("connect-src 'self' https://login.example.cn https://");
  });
}
