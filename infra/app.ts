// `cdk deploy --all -c installation=my-district.json`: bundles the functions and puts the stacks together.
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { addStacks } from './add-stacks.ts';
import { bundle, folderOf } from './bundle.ts';
import { CDK_CONTEXT } from './cdk-context.ts';
import { readInstallation } from './installation.ts';

const app = new App({ context: CDK_CONTEXT });
const file: unknown = app.node.tryGetContext('installation');
if (typeof file !== 'string') throw new Error('say which installation: -c installation=my-district.json');
await bundle();
addStacks(app, readInstallation(file), (name) => Code.fromAsset(folderOf(name)));
app.synth();
