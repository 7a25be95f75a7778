// The part of asl-validator that the lint of the machines uses: the package comes without types.
declare module 'asl-validator' {
  export default function validate(
    definition: unknown,
    options?: { readonly checkPaths?: boolean },
  ): { readonly isValid: boolean; readonly errors: readonly { readonly Message: string }[] };
}
