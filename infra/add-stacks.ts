// The whole installation: which stacks there are, and what each gets from the others.
import { type App, type Environment, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { API_ROUTES } from './api-routes.ts';
import type { CodeOf } from './constructs/handler-group.ts';
import type { Installation } from './installation.ts';
import { REGION_CAPABILITIES, type RegionCapabilities } from './region-capabilities.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeStack } from './stacks/edge.ts';
import { OperationsStack } from './stacks/operations.ts';
import { WebStack } from './stacks/web.ts';
import { WorkflowStack } from './stacks/workflow.ts';

/** Where a firewall before CloudFront has to stand. */
const EDGE_REGION = 'us-east-1';

export function addStacks(
  app: App,
  installation: Installation,
  codeOf: CodeOf,
  capabilities: RegionCapabilities = REGION_CAPABILITIES[installation.region],
): void {
  const { prefix, region, account, version, domain, identity, alarmAddress, fonts } = installation;
  const env: Environment = { region, ...(account !== undefined && { account }) };
  const named = (name: string) => ({ env, stackName: `${prefix}-${name}` });

  const data = new DataStack(app, 'data', { ...named('data'), prefix, version, site: `https://${domain}` });
  const workflow = new WorkflowStack(app, 'workflow', { ...named('workflow'), prefix, capabilities, data, codeOf });
  const { api } = new ApiStack(app, 'api', {
    ...named('api'),
    capabilities,
    data,
    codeOf,
    identity,
    routes: API_ROUTES,
    fonts,
  });
  new WebStack(app, 'web', { ...named('web'), capabilities, installation, api, intake: data.intake, codeOf });
  new OperationsStack(app, 'operations', {
    ...named('operations'),
    prefix,
    capabilities,
    data,
    workflow,
    api,
    codeOf,
    alarmAddress,
  });
  if (capabilities.edgeFirewall && capabilities.contentDelivery) {
    new EdgeStack(app, 'edge', { ...named('edge'), env: { ...env, region: EDGE_REGION } });
  }
  Tags.of(app).add('installation', prefix);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
