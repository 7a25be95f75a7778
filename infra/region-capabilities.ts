// What the regions that we deploy to have and lack. The one place that knows partitions apart: nothing else asks.

export interface RegionCapabilities {
  readonly partition: 'aws' | 'aws-cn';
  /** X-Ray, for functions and machines. */
  readonly tracing: boolean;
  /** Graviton functions: a fifth cheaper. */
  readonly graviton: boolean;
  /** CloudFront; without it the gateway serves the pages out of their bucket, under the same name. */
  readonly contentDelivery: boolean;
  /** How CloudFront proves to a bucket that it is CloudFront. */
  readonly originAccess: 'CONTROL' | 'IDENTITY';
  /** A web firewall in front of CloudFront. */
  readonly edgeFirewall: boolean;
  /** Where the certificate of a CloudFront domain comes from. */
  readonly edgeCertificate: 'ACM' | 'IAM';
  /** Public names need an ICP filing, and CloudFront's own name does not answer without one. */
  readonly needsIcpFiling: boolean;
}

const GLOBAL: RegionCapabilities = {
  partition: 'aws',
  tracing: true,
  graviton: true,
  contentDelivery: true,
  originAccess: 'CONTROL',
  edgeFirewall: true,
  edgeCertificate: 'ACM',
  needsIcpFiling: false,
};

const CHINA: RegionCapabilities = {
  partition: 'aws-cn',
  tracing: false,
  graviton: false,
  contentDelivery: true,
  originAccess: 'IDENTITY',
  edgeFirewall: false,
  edgeCertificate: 'IAM',
  needsIcpFiling: true,
};

export const REGION_CAPABILITIES = {
  'ap-southeast-1': GLOBAL,
  'cn-north-1': CHINA,
  'cn-northwest-1': CHINA,
} as const satisfies Record<string, RegionCapabilities>;

export type Region = keyof typeof REGION_CAPABILITIES;
export const REGIONS = Object.keys(REGION_CAPABILITIES) as readonly Region[];

export const isRegion = (name: string): name is Region => Object.hasOwn(REGION_CAPABILITIES, name);
