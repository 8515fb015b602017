import type { Dto } from '@diemcau/contracts/core/contract';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** JSON Schema 2020-12, as OpenAPI 3.1 and AsyncAPI 3 have it. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
export type Schemas = Readonly<Record<string, Schema>>;

@Module({})
class Nothing {}

/** What the field decorators of the contracts say, by class name, with every class they mention. */
export async function schemasOf(classes: Iterable<Dto>): Promise<Schemas> {
  const app = await NestFactory.create(Nothing, new FastifyAdapter(), { logger: false });
  const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build(), {
    extraModels: [...new Set(classes)],
  });
  await app.close();
  const named = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(named.map(([name, schema]) => [name, modern(schema) as Schema]));
}

export const refTo = (dto: Dto): Schema => ({ $ref: `#/components/schemas/${dto.name}` });

/** `nullable` is of OpenAPI 3.0; since 3.1 null is a type like any other. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]));
  return nullable === true ? orNull(inner) : inner;
}

function orNull(schema: Record<string, unknown>): Schema {
  if (typeof schema['type'] !== 'string') return { oneOf: [schema, { type: 'null' }] };
  const { enum: values } = schema;
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}
