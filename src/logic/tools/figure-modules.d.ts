/** A definition of which browsers load only what draws: see src/build/lean.ts. */
declare module '*?figures' {
  const definition: Pick<import('./define.ts').ToolDefinition, 'figures'>;
  export default definition;
}
