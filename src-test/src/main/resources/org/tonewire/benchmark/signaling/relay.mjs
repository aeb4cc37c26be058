// A relay with no rules: a message goes to the target it names. NODE_PATH names a folder with `ws`.
import { createRequire } from 'node:module';
const { WebSocketServer } = createRequire(process.env.WS_FROM + '/')('ws');
const sockets = new Map();
const server = new WebSocketServer({ port: 0, perMessageDeflate: false }, () =>
  console.log(server.address().port));
server.on('connection', (socket, request) => {
  const [, , , room, peer] = request.url.split('/');
  sockets.set(`${room}/${peer}`, socket);
  socket.on('message', data => {
    const message = JSON.parse(data);
    const target = sockets.get(`${room}/${message.target_peer_id}`);
    delete message.target_peer_id;
    message.from_peer_id = peer;
    target?.send(JSON.stringify(message));
  });
  socket.on('close', () => sockets.delete(`${room}/${peer}`));
});
