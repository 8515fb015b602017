import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectDir } from '../machine/folders.ts';

/** The value of a literal, of a list or object of literals, or of a constant that is one. */
export function valueOf(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isAsExpression(node)) return valueOf(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOf);
  if (ts.isObjectLiteralExpression(node)) {
    const pairs = node.properties.filter(ts.isPropertyAssignment);
    return Object.fromEntries(pairs.map(({ name, initializer }) => [name.getText(), valueOf(initializer)]));
  }
  if (ts.isIdentifier(node)) return constantNamed(node.text, node.getSourceFile());
  throw new Error(`${node.getSourceFile().fileName}: ${node.getText()} is no literal`);
}

function constantNamed(name: string, source: ts.SourceFile): unknown {
  const declaration = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((one) => one.name.getText() === name);
  if (declaration?.initializer) return valueOf(declaration.initializer);
  return constantNamed(name, parse(sourceOf(importOf(name, source))));
}

function importOf(name: string, source: ts.SourceFile): string {
  const found = source.statements.filter(ts.isImportDeclaration).find(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) && bindings.elements.some((one) => one.name.text === name);
  });
  if (!found) throw new Error(`${source.fileName}: where ${name} comes from is not to be seen`);
  return (found.moduleSpecifier as ts.StringLiteral).text;
}

/** `@diemcau/contracts/media/streams` is `libs/contracts/src/media/streams.ts`. */
function sourceOf(specifier: string): string {
  const [, library = '', path = ''] = /^@diemcau\/(\w+)\/(.+)$/.exec(specifier) ?? [];
  return join(projectDir, 'libs', library, 'src', `${path}.ts`);
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}
