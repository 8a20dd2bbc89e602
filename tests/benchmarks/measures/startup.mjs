// From starting the process to the answer to `initialize`, servers in turn so that noise meets all alike.
import { LspClient, initializeParams } from '../client/lsp-client.mjs';
import { ours } from '../servers/ours.mjs';
import { floor, peersOf } from '../servers/peers.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

export async function startup(rounds) {
  const servers = [ours, floor, ...peersOf('javascript'), ...peersOf('json').filter(({ name }) => name === 'vscode-json')];
  const times = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const server of servers) {
      const start = performance.now();
      const client = new LspClient(server);
      await client.request('initialize', initializeParams());
      if (round > 0) times.get(server).push(performance.now() - start); // the first one warms the disk
      await client.close();
    }
  }
  const ourMedian = median(times.get(ours));
  return table(['server', 'p50 ms', 'p95 ms', 'ours / this'], servers.map((server) => [
    server.name, milliseconds(median(times.get(server))), milliseconds(quantile(times.get(server), 0.95)), (ourMedian / median(times.get(server))).toFixed(2),
  ]));
}
