/** What the commands say about nodes that are connected without the coordinator between them. */

export const directEn = {
  memberListen: 'let peers connect to the node directly, or no more (off); start the node again afterwards',
  listenArgument: 'address to listen on, HOST:PORT, such as 0.0.0.0:7444; off: only dial out',
  peerListenOption: 'listen there for direct connections of other parties, HOST:PORT (default: only dial out)',
  peerAddressOption: 'address that the other parties dial, HOST:PORT (default: that of --listen)',
  listensNow: (id: string, listen: string, address: string) =>
    `${id} listens on ${listen} for peers, who dial ${address}, from its next start on. Projects proposed with --direct then name that address.`,
  listensNoMore: (id: string) =>
    `${id} only dials out, from its next start on. Jobs of projects that name an address for it will fail: have those proposed again.`,
  startForPort: 'The node runs: stop it and start it again.',
  directAt: (listen: string, address: string) => `Peers reach it directly at ${address} (it listens on ${listen}).`,
  directOption: 'name the addresses of the nodes that listen: every two of them are connected directly',
  labDirectOption: 'connect the parties directly, without the coordinator between them',
  directNote: (pairs: string) => `Connected directly: ${pairs}. All others go through the coordinator.`,
  directPairs: 'Direct connections',
  linkDirect: 'directly',
};

export const directZh: typeof directEn = {
  memberListen: '允许其他方直接连接本节点，或不再允许（off）；之后请重新启动节点',
  listenArgument: '监听地址，HOST:PORT，例如 0.0.0.0:7444；off 表示只向外连接',
  peerListenOption: '在此监听其他参与方的直接连接，HOST:PORT（默认只向外连接）',
  peerAddressOption: '其他参与方连接所用的地址，HOST:PORT（默认同 --listen）',
  listensNow: (id, listen, address) =>
    `${id} 自下次启动起在 ${listen} 监听，其他方连接 ${address}。此后以 --direct 提出的项目会写明该地址。`,
  listensNoMore: (id) => `${id} 自下次启动起只向外连接。写有其地址的项目，其任务将失败：请重新提出这些项目。`,
  startForPort: '节点正在运行：请停止后重新启动。',
  directAt: (listen, address) => `其他方可直接连接 ${address}（本机监听 ${listen}）。`,
  directOption: '写明正在监听的节点的地址：其中每两方直接连接',
  labDirectOption: '各方直接连接，不经协调方',
  directNote: (pairs) => `直接连接：${pairs}。其余各方经协调方连接。`,
  directPairs: '直接连接',
  linkDirect: '直接',
};
