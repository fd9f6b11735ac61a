export { type Generated, generate, type GenerateOptions, type Institution, INSTITUTIONS } from './generate.ts';
