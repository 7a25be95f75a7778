// The API: one gateway whose routes are those of the code, tokens of the district's own issuer, a limit for everybody.
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { GatewayRoute } from '../api-routes.ts';
import { type CodeOf, HandlerGroup, type HandlerProps } from '../constructs/handler-group.ts';
import { FONTS_ON_LAMBDA, layerOfFonts } from '../district-fonts.ts';
import type { Installation } from '../installation.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';
import type { DataStack } from './data.ts';

export interface ApiStackProps extends StackProps {
  readonly capabilities: RegionCapabilities;
  readonly data: DataStack;
  readonly codeOf: CodeOf;
  readonly identity: Installation['identity'];
  /** By entry point. */
  readonly routes: Readonly<Record<string, readonly GatewayRoute[]>>;
  /** Folder of the district's own. */
  readonly fonts: string | undefined;
}

/** The typesetter has fonts of 80 MB in memory, and comes with machine code. */
const SIZES: Readonly<Record<string, HandlerProps>> = {
  paperOutRoutes: { memoryMegabytes: 2_048, hasMachineCode: true },
};
const MEGABYTES = 1_024;

/** A district has some hundred officers; residents come in waves when a notice is posted. */
const STEADY_PER_SECOND = 50;
const BURST = 200;

export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly handlers: HandlerGroup;

  constructor(
    scope: Construct,
    id: string,
    { capabilities, data, codeOf, identity, routes, fonts, ...props }: ApiStackProps,
  ) {
    super(scope, id, props);
    this.handlers = new HandlerGroup(this, 'Routes', {
      codeOf,
      capabilities,
      environment: {
        ...data.settings,
        JIUGAI_ROLE_CLAIM: identity.roleClaim,
        JIUGAI_UNIT_CLAIM: identity.unitClaim,
      },
      policies: [data.policies.RECORDS, data.policies.PAPERS, data.policies.SEAL, data.policies.MESSAGES],
    });

    const authorizer = new HttpJwtAuthorizer('Issuer', identity.issuer, { jwtAudience: [identity.audience] });
    const anybody = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Api', {
      description: 'Jiugai',
      createDefaultStage: false,
      disableExecuteApiEndpoint: false,
    });
    const sizes: Readonly<Record<string, HandlerProps>> = {
      ...SIZES,
      paperOutRoutes: { ...SIZES.paperOutRoutes, ...(fonts !== undefined && this.#withFonts(fonts)) },
    };
    for (const [name, answered] of Object.entries(routes)) {
      // The gateway gives up after 30 seconds; the function has said so to its caller by then.
      const handler = this.handlers.add(name, {
        memoryMegabytes: MEGABYTES,
        timeout: Duration.seconds(28),
        ...sizes[name],
      });
      // One permission for the whole API: that of each route would fill the policy of a function at forty of them.
      const integration = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
      for (const { method, path, isPublic } of answered) {
        const added = this.api.addRoutes({
          path,
          methods: [method === 'GET' ? HttpMethod.GET : HttpMethod.POST],
          integration,
          authorizer: isPublic ? anybody : authorizer,
        });
        if (!isPublic) continue;
        for (const route of added) {
          acknowledge(
            route,
            'AwsSolutions-APIG4',
            'For residents, who have no account; it shows and takes nothing personal.',
          );
        }
      }
    }

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stage = this.api.addStage('Live', {
      autoDeploy: true,
      throttle: { rateLimit: STEADY_PER_SECOND, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog) },
    });
    // The default format holds the address of the caller, and addresses of residents are personal (个人信息保护法 art. 4).
    const settings = stage.node.defaultChild;
    if (settings instanceof CfnStage) settings.addPropertyOverride('AccessLogSettings.Format', ACCESS_LOG_FORMAT);
  }

  #withFonts(folder: string): HandlerProps {
    const layer = new LayerVersion(this, 'Fonts', {
      description: 'Fonts of the district',
      code: Code.fromAsset(layerOfFonts(folder)),
    });
    return { layers: [layer], environment: { JIUGAI_FONTS: FONTS_ON_LAMBDA } };
  }
}

const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  error: '$context.error.messageString',
});
