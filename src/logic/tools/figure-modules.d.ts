/** A definition of which browsers load only what draws: see src/build/lean.ts. */
declare module '*?figures' {
  import type { ToolDefinition } from '#logic/tools/define.ts';

  const definition: Pick<ToolDefinition, 'figures'>;
  export default definition;
}
