import { join } from 'node:path';
import ts from 'typescript';
import { projectDir } from '../../src/machine/folders.ts';
import type { Manifest } from './manifest.ts';

/** Custom resources come with operators of their own; Kubernetes has no types for them. */
const isKnown = ({ apiVersion }: Manifest): boolean => !apiVersion.includes('cnpg.io');

/**
 * What Kubernetes' published types say against the manifests: each is taken as a literal of its type, so that a missing
 * field, a wrong kind of value and a field that does not exist are all found, as `kubectl apply` would.
 */
export function faultsAgainstKubernetes(manifests: Manifest[]): string[] {
  const known = manifests.filter(isKnown);
  const text = known.map(
    (one, i) => `${importOf(one, i)}\nexport const m${i}: T${i} = ${JSON.stringify(one)};`,
  );
  return compile(text.join('\n')).map(({ start = 0, messageText }) => {
    const line = text.join('\n').slice(0, start).split('\n').length;
    const { kind, metadata } = known[Math.floor((line - 1) / 2)] ?? { kind: '?', metadata: { name: '?' } };
    return `${kind} ${metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

function importOf({ apiVersion, kind }: Manifest, i: number): string {
  return `import type { I${kind} as T${i} } from 'kubernetes-models/${apiVersion}/${kind}';`;
}

function compile(text: string): readonly ts.Diagnostic[] {
  const name = join(projectDir, 'infra', 'test', 'deployment', 'manifests.generated.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === name || fileExists.call(host, path);
  host.getSourceFile = (path, ...rest) =>
    path === name
      ? ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
      : getSourceFile.call(host, path, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host));
}
