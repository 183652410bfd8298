import type { APIRoute } from 'astro';
import type { Fee } from '#logic';
import { parameters } from '#src/records/records.ts';

/** Dated fees and costs of platforms, for the fields of tools. */
export const GET: APIRoute = () =>
  Response.json(
    parameters().flatMap(
      ({ id, kind, platform = '通用', name, value, unit, base, range, asOf, confidence, hint }) =>
        kind === 'fee' && value !== undefined && unit
          ? ([{ id, platform, name, value, unit, base, range, asOf, confidence, hint }] satisfies Fee[])
          : [],
    ),
  );
