/** What changes in who learns what where a project connects parties without the coordinator between them (ADR 25). */
import type { LeakContext, LeakText } from './leak-texts.ts';

const pairs = ({ direct = [] }: LeakContext): string => direct.map((pair) => pair.join(' – ')).join(', ');
const pairsZh = (context: LeakContext): string => pairs(context).replaceAll(', ', '、');
const nodes = ({ direct = [] }: LeakContext): string => [...new Set(direct.flat())].join(', ');
const nodesZh = (context: LeakContext): string => nodes(context).replaceAll(', ', '、');

export const directLeakTexts = {
  'job.traffic-direct': {
    stage: 'job',
    en: (c) =>
      `When the job ran, how far each stage got and how it ended. ${pairs(c)} are connected directly: of what they send each other it sees neither sizes nor times. Of all that it relays or is sent itself it sees who sent how many bytes to whom, and when; numbers of rows and of columns may follow from these sizes. No id, value, label or score can be read.`,
    zh: (c) =>
      `任务何时运行、各阶段进度与结果。${pairsZh(c)} 直接连接：它们之间传输的大小和时间都看不到。由它转发或发送给它的数据，能看到谁在何时向谁发送了多少字节，由此可能推算行数和字段数。看不到任何标识、取值、标签或评分。`,
  },
  'job.addresses': {
    stage: 'job',
    en: (c) =>
      `The network addresses at which ${nodes(c)} reach each other without the coordinator. Whoever can watch the network between those sees when they are connected and how much flows, as the coordinator otherwise does; nothing of it can be read.`,
    zh: (c) =>
      `${nodesZh(c)} 不经协调方相互连接所用的网络地址。能够观察其间网络的人可看到它们何时连接、流量多少（与协调方转发时所见相同），但看不到任何内容。`,
  },
} as const satisfies Record<string, LeakText>;
