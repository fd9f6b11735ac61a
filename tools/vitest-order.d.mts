import { BaseSequencer } from 'vitest/node';

export class ProcessesFirst extends BaseSequencer {}
