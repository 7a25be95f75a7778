// Leaves out of a bundle what Lambda never needs: it hands a function its credentials in the environment, and the other
// ways of getting some (sign-on, profiles, instance roles) are 90 KiB of every SDK client.
import type { Plugin } from 'esbuild';

export const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'environment',
      namespace: 'credentials',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /./, namespace: 'credentials' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: pluginData,
    }));
  },
};
