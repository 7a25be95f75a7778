// Findings of the checks that are meant to be so, each with its reason.
import { type Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export interface Acknowledgement {
  readonly path: string;
  readonly id: string;
  readonly reason: string;
}

export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/** A right to more than one resource; `resource` as the checks write it. */
export const acknowledgeResource = (construct: IConstruct, resource: string, reason: string): void =>
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${resource}]`, reason);

/** How the checks write the region and the account of a stack. */
export const regionInFindings = ({ region }: Stack): string => (Token.isUnresolved(region) ? '<AWS::Region>' : region);
export const accountInFindings = ({ account }: Stack): string =>
  Token.isUnresolved(account) ? '<AWS::AccountId>' : account;

/** Every acknowledgement under a construct, for the test that knows them all. */
export function acknowledgementsIn(scope: IConstruct | Stack): readonly Acknowledgement[] {
  return scope.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) =>
          Object.entries(data as Record<string, string>).map(([id, reason]) => ({ path: node.path, id, reason })),
        ),
    );
}
