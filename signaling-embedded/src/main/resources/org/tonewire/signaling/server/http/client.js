'use strict';
const byId = id => document.getElementById(id);
const peers = new Map();
let socket = null;
let ownMedia = null;
let nextTry = 0;
let ownName = '';
let iceServers = [];
let iceUntilMillis = 0;

// After these the server, or the way to it, may come back: it ends, it restarts, the network broke.
const MAY_COME_BACK = new Set([1001, 1006, 1011, 1012, 1013]);
const RETRY_MILLIS = 2000;

const REASONS = {
  'room-name-invalid': 'This room name cannot be used: 1 to 64 letters, digits, spaces or . _ - with a letter or digit among them.',
  'peer-id-invalid': 'This name cannot be used: 1 to 128 printable characters, not only dots.',
  'wrong-key': 'This room has a key: join it in Tonewire, by its invite.',
  'no-such-room': 'There is no such room, and this server opens none for you.',
  'room-taken': 'This room belongs to somebody else.',
  'room-ended': 'The room was closed.',
  'token-refused': 'The room token in the address of this page is missing or wrong.',
  'room-full': 'The room is full.',
  'too-many-rooms': 'The server opens no more rooms.',
  'server-closing': 'The server is closing. Join again in a moment.',
  'too-slow': 'Your connection is too slow for what is sent to you.',
  'replaced by a newer connection': 'Somebody joined with the same name and took your place.',
};

// A name from outside keeps its direction of text to itself.
const named = id => `\u2068${id}\u2069`;

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
async function statusOfRequest() {
  try {
    return (await fetch(beside('rooms'))).status;
  } catch {
    return 0;
  }
}

function whyRefused(status) {
  if (status === 401) {
    return new URLSearchParams(location.search).has('token')
      ? 'The room token in the address of this page is wrong.'
      : 'This server asks for a room token: add ?token=TOKEN to the address of this page.';
  }
  if (status === 200) {
    return `The server refused this page. If it is started with --allow-origin, ${location.origin} must be among the origins; a proxy in front of it must pass WebSockets on.`;
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
    figure.append(video, document.createElement('figcaption'));
    byId('people').append(figure);
  }
  const isSound = stream.getVideoTracks().length === 0;
  figure.classList.toggle('sound', isSound);
  figure.querySelector('figcaption').textContent =
    [named(id), muted ? '(you)' : '', isSound ? '– sound only' : ''].filter(Boolean).join(' ');
  figure.querySelector('video').srcObject = stream;
}

const hide = id => document.querySelector(`figure[data-peer="${CSS.escape(id)}"]`)?.remove();

const say = message => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
};

function linkText(id, state) {
  switch (state) {
    case 'connecting': return `Connecting to ${named(id)} …`;
    case 'connected': return `Connected to ${named(id)}.`;
    case 'disconnected': return `The connection to ${named(id)} is interrupted.`;
    case 'failed': return `No connection to ${named(id)}. Trying again …`;
    default: return '';
  }
}

// The STUN and TURN servers that this server names. Their logins expire, so they are asked for again;
// without an answer, calls are tried with those known.
async function refreshIceServers() {
  if (Date.now() < iceUntilMillis) return;
  try {
    const answer = await fetch(beside('../api/v1/ice-servers'), { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) return;
    const named = await answer.json();
    iceServers = named.iceServers;
    iceUntilMillis = Date.now() + 500 * (named.lifetimeSeconds ?? 600);
  } catch {
    return;
  }
}

function connect(id) {
  drop(id);
  const link = new RTCPeerConnection({ iceServers });
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
    const text = linkText(id, link.connectionState);
    if (text) tell(text);
    if (link.connectionState === 'failed') ended(id, peer);
    if (link.connectionState === 'disconnected' && peer.hasLeft) drop(id);
    // A browser that closes its end says so, long before the silence is noticed.
    const transport = link.getReceivers()[0]?.transport;
    if (transport) transport.onstatechange = () => transport.state === 'closed' && ended(id, peer);
  };
  return peer;
}

const isConnected = id => peers.get(id)?.link.connectionState === 'connected';

// Both sides may notice it: the one whose name is first offers again, the other later, if at all.
function ended(id, peer) {
  if (peers.get(id) !== peer) return;
  if (peer.hasLeft) {
    drop(id);
    return;
  }
  peer.link.close();
  hide(id);
  setTimeout(async () => {
    await refreshIceServers();
    if (peers.get(id) === peer && socket?.readyState === WebSocket.OPEN) {
      offer(id).catch(problem => tell(problem.message));
    }
  }, ownName < id ? RETRY_MILLIS : 5 * RETRY_MILLIS);
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
  if (ownMedia.getVideoTracks().length === 0) link.addTransceiver('video', { direction: 'recvonly' });
  await link.setLocalDescription();
  say({ type: 'offer', offer: link.localDescription, target_peer_id: id });
}

async function heard(message) {
  const from = message.from_peer_id;
  switch (message.type) {
    case 'existing_peers':
      await refreshIceServers();
      for (const id of message.peers) {
        if (!isConnected(id)) await offer(id);
      }
      break;
    case 'peer_joined':
      if (isConnected(message.peer_id)) peers.get(message.peer_id).hasLeft = false;
      tell(`${named(message.peer_id)} is here.`);
      break;
    case 'peer_left':
      // Who lost the server alone is still heard, and will be back.
      if (isConnected(message.peer_id)) peers.get(message.peer_id).hasLeft = true;
      else drop(message.peer_id);
      tell(`${named(message.peer_id)} has left.`);
      break;
    case 'offer': {
      await refreshIceServers();
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
  clearTimeout(nextTry);
  socket?.close(1000);
  socket = null;
  [...peers.keys()].forEach(drop);
  ownMedia?.getTracks().forEach(track => track.stop());
  byId('people').replaceChildren();
  byId('join').disabled = false;
  byId('leave').disabled = true;
  tell(text);
}

// A computer without a camera, or with one that is in use, still has a voice.
async function microphoneAndCamera() {
  if (byId('camera').checked) {
    try {
      return await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    } catch (problem) {
      if (problem.name === 'NotAllowedError') throw problem;
    }
  }
  return navigator.mediaDevices.getUserMedia({ audio: true });
}

function deviceText(problem) {
  switch (problem.name) {
    case 'NotAllowedError':
      return 'The microphone is not allowed for this page. Allow it in the browser, then join again.';
    case 'NotFoundError':
      return 'There is no microphone. Connect one, then join again.';
    default:
      return `The microphone cannot be used: ${problem.message}`;
  }
}

// The server lets this page in no more; what is heard does not need it.
function stayOutside(text) {
  socket = null;
  if ([...peers.keys()].some(isConnected)) tell(`${text} Calls go on.`);
  else leave(text);
}

// Enters the room. Once inside, it is entered again when the server was away; the calls go on meanwhile.
function enter(room, name, wasInside) {
  const mine = new WebSocket(socketAddress(room, name));
  socket = mine;
  let isInside = wasInside;
  let isOpen = false;
  let hasHeard = false;
  let turn = Promise.resolve();
  mine.onopen = () => {
    isOpen = true;
    isInside = true;
    tell(`You are in “${room}”.`);
  };
  mine.onmessage = event => {
    const message = JSON.parse(event.data);
    hasHeard ||= message.type !== 'error';
    turn = turn.then(() => heard(message)).catch(problem => tell(problem.message));
  };
  mine.onclose = async event => {
    if (socket !== mine) return;
    const status = isOpen || event.reason ? 0 : await statusOfRequest();
    if (socket !== mine) return;
    if (isInside && MAY_COME_BACK.has(event.code) && status !== 401) {
      tell('The server is away. Calls go on; trying again …');
      nextTry = setTimeout(enter, RETRY_MILLIS, room, name, true);
      return;
    }
    const text = REASONS[event.reason] || event.reason
      || (isOpen ? 'The connection to the server is lost.' : whyRefused(status));
    if (wasInside && !hasHeard) stayOutside(text);
    else leave(text);
  };
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
  tell('Asking for the microphone …');
  try {
    ownMedia = await microphoneAndCamera();
  } catch (problem) {
    leave(deviceText(problem));
    return;
  }
  show(name, ownMedia, true);
  byId('leave').disabled = false;
  tell(`Entering “${room}” …`);
  ownName = name;
  enter(room, name, false);
}

byId('name').value = `guest-${crypto.getRandomValues(new Uint16Array(1))[0]}`;
byId('call').addEventListener('submit', event => {
  event.preventDefault();
  join();
});
byId('leave').addEventListener('click', () => leave('You have left.'));
if (!navigator.mediaDevices) tellHowToUseMicrophone();
