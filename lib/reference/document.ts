import type { JsonSchema } from '@/lib/call/values/codec';

/** As much of the shape of OpenAPI 3.1 as our document has. */

export type Parameter = {
  name: string;
  in: 'query' | 'path' | 'header';
  description: string;
  required?: boolean;
  style?: 'form';
  explode?: false;
  schema: JsonSchema;
};
type Reference = { $ref: string };
export type Content = Readonly<Record<string, { schema: JsonSchema }>>;
export type Header = { description: string; schema: JsonSchema };
export type Response = {
  description: string;
  headers?: Readonly<Record<string, Header>>;
  content?: Content;
};

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { required: true; content: Content };
  responses: Readonly<Record<string, Response>>;
  security: Readonly<Record<string, never[]>>[];
  /** The least role that may ask; absent where nobody has to be signed in. */
  'x-least-role'?: string;
};

export type ApiDocument = {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string; license: object };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: {
    parameters: Readonly<Record<string, Parameter>>;
    schemas: Readonly<Record<string, JsonSchema>>;
    securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
};
