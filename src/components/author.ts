/** The tags authors may use in chapters. Each is documented in its own file. */
export { default as Compliance } from './Compliance.astro';
export { default as Contrast } from './Contrast.astro';
export { default as Example } from './Example.astro';
export { default as Figure } from './Figure.astro';
export { default as Formula } from './Formula.astro';
export { default as Misconception } from './Misconception.astro';
export { default as Param } from './Param.astro';
export { default as Quiz } from './Quiz.astro';
export { default as RuleOfThumb } from './RuleOfThumb.astro';
export { default as ScriptLink } from './ScriptLink.astro';
export { default as Summary } from './Summary.astro';
export { default as Term } from './Term.astro';
export { default as Tool } from './Tool.astro';
export { default as Value } from './Value.astro';
