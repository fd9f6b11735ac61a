/** The wire contract: every message that crosses between processes, generated from the .proto files beside this one. */
export { coscore as wire } from './generated/wire.js';
