// What the browser meets: CloudFront before the pages and the API, on one origin, with the headers that keep both apart.
import { CfnElement, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  CfnApiMapping,
  DomainName,
  type HttpApi,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CfnDistribution,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { API_HEADERS, PAGE_HEADERS } from '../../local/http/security-headers.ts';
import { acknowledge, acknowledgeResource } from '../acknowledge.ts';
import { type CodeOf, HandlerGroup } from '../constructs/handler-group.ts';
import type { Installation } from '../installation.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';

export interface WebStackProps extends StackProps {
  readonly capabilities: RegionCapabilities;
  readonly installation: Installation;
  readonly api: HttpApi;
  readonly intake: IBucket;
  readonly codeOf: CodeOf;
}

const CONTENT_SECURITY_POLICY = 'content-security-policy';

export class WebStack extends Stack {
  /** None where the gateway serves the pages by itself. */
  readonly distribution: Distribution | undefined;

  constructor(
    scope: Construct,
    id: string,
    { capabilities, installation, api, intake, codeOf, ...props }: WebStackProps,
  ) {
    super(scope, id, props);
    const log = this.#bucket('AccessLog', {
      // CloudFront still writes its log as a guest of the bucket.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(183) }],
    });
    acknowledge(log, 'AwsSolutions-S1', 'It is the access log itself.');
    const pages = this.#bucket('Pages', { serverAccessLogsBucket: log, serverAccessLogsPrefix: 'pages/' });
    const speaksTo = [
      "'self'",
      new URL(installation.identity.issuer).origin,
      `https://${intake.bucketRegionalDomainName}`,
    ];
    const pagePolicy = `${PAGE_HEADERS[CONTENT_SECURITY_POLICY]}; connect-src ${speaksTo.join(' ')}`;
    this.#serveOfficePage(api, pages, { capabilities, codeOf, pagePolicy });
    if (!capabilities.contentDelivery) {
      this.#nameGateway(api, installation);
      return;
    }

    const gateway = new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)));
    const files =
      capabilities.originAccess === 'CONTROL'
        ? S3BucketOrigin.withOriginAccessControl(pages)
        : S3BucketOrigin.withOriginAccessIdentity(pages);
    const pageHeaders = this.#headers('PageHeaders', pagePolicy);
    const fromGateway = (responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions => ({
      origin: gateway,
      responseHeadersPolicy,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    });
    const fromFiles = (origin: IOrigin): BehaviorOptions => ({
      origin,
      responseHeadersPolicy: pageHeaders,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: installation.prefix,
      defaultBehavior: fromGateway(pageHeaders),
      additionalBehaviors: {
        '/api/*': fromGateway(this.#headers('ApiHeaders', API_HEADERS[CONTENT_SECURITY_POLICY] ?? '')),
        '/assets/*': fromFiles(files),
        '/icon.svg': fromFiles(files),
      },
      priceClass: PriceClass.PRICE_CLASS_ALL,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      enableLogging: true,
      logBucket: log,
      logFilePrefix: 'edge/',
      ...(installation.webAcl && { webAclId: installation.webAcl }),
      ...(capabilities.edgeCertificate === 'ACM' && {
        domainNames: [installation.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', installation.certificate),
      }),
    });
    this.#acknowledgeEdge(this.distribution, capabilities, installation);
  }

  /** The gateway answers every address that is no route of it with the page, which then shows what the address says. */
  #serveOfficePage(
    api: HttpApi,
    pages: Bucket,
    {
      capabilities,
      codeOf,
      pagePolicy,
    }: Pick<WebStackProps, 'capabilities' | 'codeOf'> & { readonly pagePolicy: string },
  ): void {
    const alone = !capabilities.contentDelivery;
    const group = new HandlerGroup(this, 'Office', {
      codeOf,
      capabilities,
      environment: {
        JIUGAI_PAGES_BUCKET: pages.bucketName,
        ...(alone && {
          JIUGAI_PAGE_HEADERS: this.toJsonString({ ...PAGE_HEADERS, [CONTENT_SECURITY_POLICY]: pagePolicy }),
        }),
      },
    });
    const files = alone ? ['index.html', 'icon.svg', 'assets/*'] : ['index.html'];
    group.allow(
      ['s3:GetObject'],
      files.map((file) => pages.arnForObjects(file)),
    );
    if (alone) {
      const { defaultChild } = pages.node;
      const id = CfnElement.isCfnElement(defaultChild) ? this.resolve(defaultChild.logicalId) : '';
      acknowledgeResource(group.role, `<${id}.Arn>/assets/*`, 'Files of pages are named by what is in them.');
    }
    const route = new HttpRoute(this, 'OfficeRoute', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('OfficePage', group.add('officePage')),
      authorizer: new HttpNoneAuthorizer(),
    });
    acknowledge(route, 'AwsSolutions-APIG4', 'The page is the same for everybody; what it shows comes from the API.');
  }

  /** Without an edge the name leads to the gateway, which throttles and speaks TLS 1.2 like everything before it. */
  #nameGateway(api: HttpApi, { domain, certificate }: Installation): void {
    const name = new DomainName(this, 'Domain', {
      domainName: domain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new CfnApiMapping(this, 'Mapping', { apiId: api.apiId, domainName: name.name, stage: '$default' });
  }

  #headers(id: string, contentSecurityPolicy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
      },
    });
  }

  #acknowledgeEdge(
    distribution: Distribution,
    capabilities: RegionCapabilities,
    { domain, certificate, webAcl }: Installation,
  ): void {
    acknowledge(distribution, 'AwsSolutions-CFR1', 'Owners living abroad vote and object too.');
    if (!webAcl) {
      acknowledge(
        distribution,
        'AwsSolutions-CFR2',
        capabilities.edgeFirewall
          ? 'The web ACL comes from another region: its ARN is put into the installation file after the first deployment.'
          : 'There is no web ACL for CloudFront in this partition; the gateway limits the rate.',
      );
    }
    if (capabilities.originAccess === 'IDENTITY') {
      acknowledge(
        distribution,
        'AwsSolutions-CFR7',
        'The partition has no origin access control: an identity does the same.',
      );
    }
    if (capabilities.edgeCertificate !== 'IAM') return;
    const edge = distribution.node.defaultChild;
    if (!(edge instanceof CfnDistribution)) throw new Error('a distribution without its resource');
    edge.addPropertyOverride('DistributionConfig.Aliases', [domain]);
    edge.addPropertyOverride('DistributionConfig.ViewerCertificate', {
      IamCertificateId: certificate,
      SslSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'TLS 1.2 is set where the checks do not look: the certificate is in IAM.',
    );
  }

  #bucket(id: string, props: ConstructorParameters<typeof Bucket>[2]): Bucket {
    return new Bucket(this, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }
}
