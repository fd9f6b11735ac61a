export { finishDeals, openDeal, type Deal, type DealOptions, type DealParams, type HelperProtocol } from './deal.ts';
export { serveHelper, type HelperOptions } from './serve.ts';
