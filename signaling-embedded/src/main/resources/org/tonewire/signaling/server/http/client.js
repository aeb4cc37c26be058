'use strict';
const byId = id => document.getElementById(id);
const peers = new Map();
let socket = null;
let ownMedia = null;

const tell = text => { byId('state').textContent = text; };

function show(id, stream, muted) {
  let figure = document.querySelector(`figure[data-peer="${CSS.escape(id)}"]`);
  if (!figure) {
    figure = document.createElement('figure');
    figure.dataset.peer = id;
    const video = document.createElement('video');
    video.autoplay = true;
    video.playsInline = true;
    video.muted = muted;
    const caption = document.createElement('figcaption');
    caption.textContent = muted ? `${id} (you)` : id;
    figure.append(video, caption);
    byId('people').append(figure);
  }
  figure.querySelector('video').srcObject = stream;
}

const hide = id => document.querySelector(`figure[data-peer="${CSS.escape(id)}"]`)?.remove();

const say = message => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
};

function connect(id) {
  drop(id);
  const link = new RTCPeerConnection();
  const peer = { link, early: [] };
  peers.set(id, peer);
  ownMedia.getTracks().forEach(track => link.addTrack(track, ownMedia));
  link.onicecandidate = event => {
    if (event.candidate) {
      say({ type: 'ice_candidate', candidate: event.candidate.toJSON(), target_peer_id: id });
    }
  };
  link.ontrack = event => show(id, event.streams[0], false);
  link.onconnectionstatechange = () => {
    tell(`${id}: ${link.connectionState}`);
    if (link.connectionState === 'failed') drop(id);
  };
  return peer;
}

function drop(id) {
  peers.get(id)?.link.close();
  peers.delete(id);
  hide(id);
}

async function described(peer, description) {
  await peer.link.setRemoteDescription(description);
  for (const candidate of peer.early.splice(0)) await peer.link.addIceCandidate(candidate);
}

async function offer(id) {
  const { link } = connect(id);
  await link.setLocalDescription();
  say({ type: 'offer', offer: link.localDescription, target_peer_id: id });
}

async function heard(message) {
  const from = message.from_peer_id;
  switch (message.type) {
    case 'existing_peers':
      for (const id of message.peers) await offer(id);
      break;
    case 'peer_joined':
      tell(`${message.peer_id} is here`);
      break;
    case 'peer_left':
      drop(message.peer_id);
      tell(`${message.peer_id} has left`);
      break;
    case 'offer': {
      const peer = connect(from);
      await described(peer, message.offer);
      await peer.link.setLocalDescription();
      say({ type: 'answer', answer: peer.link.localDescription, target_peer_id: from });
      break;
    }
    case 'answer':
      if (peers.has(from)) await described(peers.get(from), message.answer);
      break;
    case 'ice_candidate': {
      const peer = peers.get(from);
      if (peer && message.candidate) {
        if (peer.link.remoteDescription) await peer.link.addIceCandidate(message.candidate);
        else peer.early.push(message.candidate);
      }
      break;
    }
  }
}

function leave(text) {
  socket?.close(1000);
  socket = null;
  [...peers.keys()].forEach(drop);
  ownMedia?.getTracks().forEach(track => track.stop());
  byId('people').replaceChildren();
  byId('join').disabled = false;
  byId('leave').disabled = true;
  tell(text);
}

async function join() {
  const room = byId('room').value.trim();
  const name = byId('name').value.trim();
  byId('join').disabled = true;
  tell('asking for microphone and camera');
  try {
    ownMedia = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: byId('camera').checked,
    });
  } catch (problem) {
    leave(`no microphone or camera: ${problem.message}`);
    return;
  }
  show(name, ownMedia, true);
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const path = `/webrtc/signaling/${encodeURIComponent(room)}/${encodeURIComponent(name)}`;
  socket = new WebSocket(`${scheme}//${location.host}${path}${location.search}`);
  let turn = Promise.resolve();
  socket.onopen = () => {
    byId('leave').disabled = false;
    tell(`in ${room}`);
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    turn = turn.then(() => heard(message)).catch(problem => tell(problem.message));
  };
  socket.onclose = event => {
    if (socket) leave(event.reason || 'the server has gone');
  };
}

byId('name').value = `guest-${crypto.getRandomValues(new Uint16Array(1))[0]}`;
byId('call').addEventListener('submit', event => {
  event.preventDefault();
  join();
});
byId('leave').addEventListener('click', () => leave('you have left'));
