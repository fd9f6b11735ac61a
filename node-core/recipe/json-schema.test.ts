import { describe, expect, it } from 'vitest';
import { recipeJsonSchema } from './json-schema.ts';

describe('recipeJsonSchema', () => {
  const schema = recipeJsonSchema() as {
    required: string[];
    properties: Record<string, { properties?: Record<string, { default?: unknown }> }>;
    additionalProperties: boolean;
  };

  it('asks only for what has no default', () => {
    expect(schema.required.toSorted()).toEqual(['name', 'parties', 'profile']);
    expect(schema.properties['features']?.properties?.['bins']?.default).toBe(50);
  });

  it('refuses unknown keys, as the parser does', () => {
    expect(schema.additionalProperties).toBe(false);
  });

  it('knows every top-level key', () => {
    expect(Object.keys(schema.properties)).toEqual([
      'name',
      'profile',
      'parties',
      'join',
      'split',
      'features',
      'model',
      'policy',
      'helper',
      'additive',
      'dealAhead',
      'waitMinutes',
    ]);
  });
});
