'use strict';
const byId = id => document.getElementById(id);
const peers = new Map();
let socket = null;
let ownMedia = null;

const REASONS = {
  'room-name-invalid': 'This room name cannot be used: 1 to 64 letters, digits, spaces or . _ - with a letter or digit among them.',
  'peer-id-invalid': 'This name cannot be used: 1 to 128 printable characters, not only dots.',
  'wrong-key': 'This room has a key: join it in Tonewire, by its invite.',
  'no-such-room': 'There is no such room, and this server opens none for you.',
  'room-full': 'The room is full.',
  'too-many-rooms': 'The server opens no more rooms.',
  'server-closing': 'The server is closing. Join again in a moment.',
  'too-slow': 'Your connection is too slow for what is sent to you.',
  'replaced by a newer connection': 'Somebody joined with the same name and took your place.',
};

const tell = text => { byId('state').textContent = text; };

// Browsers give the microphone to pages from https only, and to those from this computer.
function tellHowToUseMicrophone() {
  if (window.isSecureContext) {
    tell('This browser gives pages no microphone.');
    return;
  }
  const secure = new URL(location.href);
  secure.protocol = 'https:';
  const link = document.createElement('a');
  link.href = secure.href;
  link.textContent = secure.href;
  tell('Browsers allow a microphone only to pages that are opened by https. Open this one by https: ');
  byId('state').append(link);
}

// An address beside this page, wherever a proxy shows it.
function beside(path) {
  const url = new URL(path, location.href);
  url.search = location.search;
  return url;
}

function socketAddress(room, name) {
  const url = beside(`signaling/${encodeURIComponent(room)}/${encodeURIComponent(name)}`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

// A browser does not tell a page why a WebSocket was refused, so an ordinary request asks.
async function whyRefused() {
  try {
    const answer = await fetch(beside('rooms'));
    if (answer.status === 401) {
      return new URLSearchParams(location.search).has('token')
        ? 'The room token in the address of this page is wrong.'
        : 'This server asks for a room token: add ?token=TOKEN to the address of this page.';
    }
    if (answer.ok) {
      return `The server refused this page. If it is started with --allow-origin, ${location.origin} must be among the origins; a proxy in front of it must pass WebSockets on.`;
    }
  } catch {
    // Said below.
  }
  return 'The server does not answer.';
}

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
  if (/^\.{1,2}$/.test(room) || /^\.{1,2}$/.test(name)) {
    tell(REASONS[/^\.{1,2}$/.test(room) ? 'room-name-invalid' : 'peer-id-invalid']);
    return;
  }
  if (!navigator.mediaDevices) {
    tellHowToUseMicrophone();
    return;
  }
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
  socket = new WebSocket(socketAddress(room, name));
  let isOpen = false;
  let turn = Promise.resolve();
  socket.onopen = () => {
    isOpen = true;
    byId('leave').disabled = false;
    tell(`in ${room}`);
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    turn = turn.then(() => heard(message)).catch(problem => tell(problem.message));
  };
  socket.onclose = async event => {
    if (!socket) return;
    leave(REASONS[event.reason] || event.reason || 'The connection to the server is lost.');
    if (!isOpen && !event.reason) tell(await whyRefused());
  };
}

byId('name').value = `guest-${crypto.getRandomValues(new Uint16Array(1))[0]}`;
byId('call').addEventListener('submit', event => {
  event.preventDefault();
  join();
});
byId('leave').addEventListener('click', () => leave('you have left'));
if (!navigator.mediaDevices) tellHowToUseMicrophone();
