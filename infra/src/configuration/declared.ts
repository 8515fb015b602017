import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { projectDir } from '../machine/folders.ts';
import { valueOf } from './constants.ts';

/** One environment variable as its config class declares it. */
export interface Variable {
  name: string;
  /** What a value may be, in words. */
  allowed: string;
  /** `undefined` when it must be set. */
  fallback: string | undefined;
  example: string;
  description: string;
}

export interface ConfigClass {
  name: string;
  /** Path of the source file in the checkout. */
  file: string;
  description: string;
  variables: Variable[];
}

/** Every config class below a folder of the checkout. They are read, not run: nothing has to be built for that. */
export function configClassesBelow(folder: string): ConfigClass[] {
  return readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[./])config\.ts$/.test(file))
    .sort()
    .flatMap((file) => configClassesIn(join(projectDir, folder, file)));
}

function configClassesIn(path: string): ConfigClass[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((node) => {
    const variables = node.members.filter(ts.isPropertyDeclaration).flatMap(variablesOf);
    if (variables.length === 0) return [];
    const name = node.name?.text ?? basename(path);
    return [{ name, file: relative(projectDir, path), description: commentOn(node), variables }];
  });
}

/** `@EnvInt('PORT', { min: 0, max: 65_535, fallback: 8080, example: '8080' }) port: number` */
function variablesOf(property: ts.PropertyDeclaration): Variable[] {
  return (ts.getDecorators(property) ?? []).flatMap(({ expression }) => {
    if (!ts.isCallExpression(expression) || !/^Env[A-Z]/.test(expression.expression.getText())) return [];
    const [name, ...rest] = expression.arguments.map(valueOf);
    const options = rest.at(-1) as { min?: number; max?: number; fallback?: unknown; example?: string };
    return [
      {
        name: String(name),
        allowed: allowedBy(expression.expression.getText(), rest.slice(0, -1)[0], options),
        fallback: options.fallback === undefined ? undefined : String(options.fallback),
        example: options.example ?? '',
        description: commentOn(property),
      },
    ];
  });
}

function allowedBy(kind: string, choice: unknown, { min, max }: { min?: number; max?: number }): string {
  const choices = Array.isArray(choice) ? choice.map(String) : [];
  switch (kind) {
    case 'EnvText':
      return min === undefined || min <= 1 ? 'text' : `text, at least ${min} characters`;
    case 'EnvInt':
      return `${min}–${max}`;
    case 'EnvFlag':
      return '`true`, `false`';
    case 'EnvOneOf':
      return choices.map((one) => `\`${one}\``).join(', ');
    case 'EnvList':
      return 'list, separated by commas';
    case 'EnvUrl':
      return choices.map((one) => `\`${one}://…\``).join(', ');
    default:
      throw new Error(`${kind} is not known to the reference of variables`);
  }
}

function commentOn(node: ts.Node): string {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
  return text.join(' ').replace(/\s+/g, ' ').trim();
}
