export {
  addLogits,
  encodeLogit,
  LOGIT_BOUND,
  LOGIT_FRACTION_BITS,
  LOGIT_MODULUS,
  shareLogit,
  SIGMOID_FRACTION_BITS,
  sigmoidSeries,
} from './core.ts';
export {
  openSharedSigmoid,
  type SharedSigmoid,
  type SharedSigmoidOptions,
  type SharedSigmoidProfile,
} from './shared-sigmoid.ts';
