// The client library for web pages: listens to a Tonewire room. One ES module, without a build
// step. It works on plain http pages, where browsers have no crypto.subtle: SHA-256 is js-sha256,
// Ed25519 is tweetnacl, both in front of this text. The wire format is in docs/PROTOCOL.md.

const { sha256, nacl } = globalThis;
const SEPARATOR = '\0';
const PROTOCOL_VERSION = 2;
const FIRST_RETRY_MILLIS = 300;
const MAX_RETRY_MILLIS = 5000;
const FULL_RETRY_MILLIS = 5000;
const GONE_AFTER_MILLIS = 3000;
const RETURN_MILLIS = 10000;
const RESTART_AFTER_MILLIS = 3000;
const RESTART_AGAIN_MILLIS = 6000;
const REPEAT_MILLIS = 1000;
const REFUSE_MILLIS = 10000;
const MAX_TRACKS = 32;
const MAX_PARTICIPANTS = 32;
const MAX_TEXT = 64;

const utf8 = text => new TextEncoder().encode(text);

const base64Url = bytes => btoa(String.fromCharCode(...bytes))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The bytes of a base64url text of this length; undefined if it is none. */
const decode = (text, length) => {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) {
    return undefined;
  }
  try {
    const bytes = Uint8Array.from(
      atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
};

const concat = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const hmac = (key, message) => new Uint8Array(sha256.hmac.arrayBuffer(key, message));
const joined = parts => utf8(parts.join(SEPARATOR));
const digest = text => base64Url(new Uint8Array(sha256.arrayBuffer(utf8(text))));

/** HKDF-SHA256 (RFC 5869) for up to 32 bytes. */
const derive = (secret, room, info) =>
  hmac(hmac(utf8(room), secret), concat(utf8(info), Uint8Array.of(1)));

/** The parts of a listen link, or undefined. */
export function parseLink(link) {
  try {
    const url = new URL(link);
    const path = url.pathname.match(/^(.*)\/listen\/([^/]+)$/);
    const secret = decode(new URLSearchParams(url.hash.slice(1)).get('k'), 16);
    return path && secret && /^https?:$/.test(url.protocol)
      ? {
          socket: url.origin.replace(/^http/, 'ws') + path[1] + '/api/v1/signal',
          room: decodeURIComponent(path[2]).normalize('NFC'),
          secret,
        }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Who this page is, for one visit. */
class Identity {
  #keys = nacl.sign.keyPair();
  #number = 0;

  constructor(room, secret, name) {
    this.room = room;
    this.name = name;
    this.access = derive(secret, room, 'tonewire guest access v1');
    this.media = derive(secret, room, 'tonewire guest media v1');
    this.key = base64Url(this.#keys.publicKey);
  }

  #sign(bytes) {
    return base64Url(nacl.sign.detached(bytes, this.#keys.secretKey));
  }

  #prove(key, name) {
    return base64Url(hmac(this.media, joined(['tonewire identity v2', this.room, key, name])));
  }

  /** What enters the room, for the nonce of a socket. */
  join(nonce) {
    const room = utf8(this.room);
    const proof = hmac(this.access, concat(utf8('tonewire join v1\0'), nonce, room));
    return {
      room: this.room,
      name: this.name,
      proof: base64Url(proof),
      identity: {
        key: this.key,
        proof: this.#prove(this.key, this.name),
        nameSignature: this.#sign(
          joined(['tonewire name v2', this.room, this.key, this.name])),
        signature: this.#sign(concat(utf8('tonewire join v2\0'), nonce, proof, room)),
      },
    };
  }

  /** Whether somebody with the secret of the room has this key, and gave it this name. */
  trusts(identity, name) {
    return identity !== undefined
      && identity.guestProof === this.#prove(identity.key, name)
      && isSigned(identity.key, joined(['tonewire name v2', this.room, identity.key, name]),
        identity.nameSignature);
  }

  seal(kind, to, fields) {
    const number = ++this.#number;
    return `${number}.${this.#sign(sealed(kind, this.room, this.key, to, number, fields))}`;
  }

  /** The number of a genuine seal; undefined if it is not of this message. */
  checked(seal, kind, from, to, fields) {
    const parts = typeof seal === 'string' ? seal.split('.') : [];
    const number = Number(parts[0]);
    return parts.length === 2 && /^[1-9]\d{0,15}$/.test(parts[0]) && Number.isSafeInteger(number)
      && isSigned(from, sealed(kind, this.room, from, to, number, fields), parts[1])
      ? number
      : undefined;
  }
}

const sealed = (kind, room, from, to, number, fields) =>
  joined(['tonewire seal v2', kind, room, from, to, number, ...fields]);

const isSigned = (key, bytes, signature) => {
  const publicKey = decode(key, 32);
  const signed = decode(signature, 64);
  return publicKey !== undefined && signed !== undefined
    && nacl.sign.detached.verify(bytes, signed, publicKey);
};

/** The fields of a message that its seal covers. */
const fieldsOf = message => {
  switch (message.type) {
    case 'offer': return [digest(message.sdp)];
    case 'answer': return [digest(message.sdp), message.offer];
    case 'candidate':
      return [message.sender, message.candidate, message.sdpMid, `${message.sdpMLineIndex}`];
    case 'refuse': return [message.offer, message.reason];
    default: return [];
  }
};

/** The media sections of a description, each as its lines. */
const sections = sdp => sdp.split(/^(?=m=)/m).slice(1).map(text => text.split(/\r?\n/));
const attribute = (section, name) =>
  section.find(line => line.startsWith(`a=${name}:`))?.slice(name.length + 3);
const fingerprints = sdp => (sdp.match(/^a=fingerprint:.*$/gm) ?? []).map(s => s.trim()).join();

/** The tracks that an offer sends, by the mid of their section. */
const offeredTracks = sdp => new Map(sections(sdp)
  .filter(section => section[0].startsWith('m=audio') && !/^m=audio 0 /.test(section[0])
    && section.some(line => line === 'a=sendonly' || line === 'a=sendrecv'))
  .map(section => [attribute(section, 'mid'), attribute(section, 'msid')?.split(' ')[1]])
  .filter(([mid, track]) => mid !== undefined && track !== undefined));

/** An answer that asks for stereo: browsers mix down what they decode without it. */
const withStereo = sdp => {
  const opus = new Set([...sdp.matchAll(/^a=rtpmap:(\d+) opus\//gmi)].map(match => match[1]));
  return sdp.replace(/^a=fmtp:(\d+) (.*)$/gm, (line, payload, values) =>
    opus.has(payload) && !/(^|;)\s*stereo=/.test(values)
      ? `a=fmtp:${payload} ${values.trimEnd()};stereo=1${line.endsWith('\r') ? '\r' : ''}`
      : line);
};

const cut = text => [...text].slice(0, MAX_TEXT).join('');

/**
 * One track of a participant.
 *
 * `id`, `name`, `muted` (by its owner), `stream` (a MediaStream with this track alone).
 */
class Track {
  constructor(id, media) {
    this.id = id;
    this.name = '';
    this.muted = false;
    this.media = media;
    this.stream = new MediaStream([media]);
  }
}

/**
 * A member of the room.
 *
 * `key` (who it is), `name`, `tracks` (an array of Track), `state`: `connecting`, `connected`,
 * `interrupted`, or `refused` if what came in its name was not made by it.
 */
class Participant {
  #room;
  #connection;
  #fingerprints = '';
  #chain = Promise.resolve();
  #offer;
  #offerNumber = 0;
  #answer;
  #held;
  #described = new Map();
  #tracks = new Map();
  #repeatedAt = 0;
  #refusedAt = -Infinity;
  #restart;
  #leaving;

  constructor(room, key, name) {
    this.#room = room;
    this.key = key;
    this.name = name;
    this.state = 'connecting';
  }

  get tracks() {
    return [...this.#tracks.values()];
  }

  get #isConnected() {
    return this.#connection?.connectionState === 'connected';
  }

  /** The server has an address of it, or none. @private */
  addressed(address, patience = GONE_AFTER_MILLIS) {
    this.address = address;
    clearTimeout(this.#leaving);
    if (address === undefined && !this.#isConnected) {
      this.#leaving = setTimeout(() => this.#room.forget(this), patience);
    }
  }

  /** A message that the server says is of this participant. @private */
  received(message) {
    if (message.type === 'participant-left') {
      return this.#room.identity.checked(message.seal, 'leave', this.key, '', []) !== undefined;
    }
    const number = this.#room.identity.checked(
      message.seal, message.type, this.key, this.#room.identity.key, fieldsOf(message));
    if (message.type === 'offer') {
      this.#offered(message, number);
    } else if (message.type === 'candidate' && message.sender === 'owner') {
      if (number > this.#offerNumber && message.candidate !== '') {
        const { candidate, sdpMid, sdpMLineIndex } = message;
        this.#queue(() => this.#connection?.addIceCandidate({ candidate, sdpMid, sdpMLineIndex }));
      }
    }
    return false;
  }

  #queue(step) {
    this.#chain = this.#chain.then(step).catch(error => console.debug('tonewire:', error));
  }

  #offered(message, number) {
    if (number === undefined) {
      this.#refuse(message.sdp);
    } else if (number === this.#offerNumber && message.sdp === this.#offer) {
      this.#queue(() => this.#repeatAnswer());
    } else if (number > this.#offerNumber) {
      this.#offer = message.sdp;
      this.#offerNumber = number;
      this.#queue(() => this.#take(message.sdp));
    }
  }

  /** The offer was changed on its way, or somebody else made it: it opens no connection. */
  #refuse(sdp) {
    this.#become('refused');
    if (performance.now() - this.#refusedAt >= REFUSE_MILLIS) {
      this.#refusedAt = performance.now();
      this.#send({ type: 'refuse', offer: digest(sdp), reason: 'seal-mismatch' });
    }
  }

  async #take(sdp) {
    if (sdp !== this.#offer) {
      return;
    }
    if (this.#connection === undefined || fingerprints(sdp) !== this.#fingerprints) {
      this.#open(sdp);
    }
    const connection = this.#connection;
    this.#held = [];
    this.#answer = undefined;
    await connection.setRemoteDescription({ type: 'offer', sdp });
    const made = withStereo((await connection.createAnswer()).sdp);
    await connection.setLocalDescription({ type: 'answer', sdp: made });
    this.#answer = this.#send({ type: 'answer', sdp: made, offer: digest(sdp) });
    const held = this.#held;
    this.#held = undefined;
    held.forEach(candidate => this.#send(candidate));
    this.#follow(sdp);
    this.#connectionChanged();
  }

  #repeatAnswer() {
    if (this.#answer !== undefined && performance.now() - this.#repeatedAt >= REPEAT_MILLIS) {
      this.#repeatedAt = performance.now();
      this.#room.say({ ...this.#answer, to: this.address });
    }
  }

  #open(sdp) {
    this.#shut();
    const connection = new RTCPeerConnection({ iceServers: this.#room.iceServers });
    this.#connection = connection;
    this.#fingerprints = fingerprints(sdp);
    connection.onicecandidate = event => {
      if (event.candidate?.candidate && connection === this.#connection) {
        const { candidate, sdpMid, sdpMLineIndex } = event.candidate;
        const message = { type: 'candidate', sender: 'receiver', candidate, sdpMid, sdpMLineIndex };
        if (this.#held) {
          this.#held.push(message);
        } else {
          this.#send(message);
        }
      }
    };
    connection.onconnectionstatechange = () => {
      if (connection === this.#connection) {
        this.#connectionChanged();
      }
    };
    let control;
    connection.ondatachannel = event => {
      if (event.channel.label !== 'control' || control !== undefined) {
        event.channel.close();
        return;
      }
      control = event.channel;
      control.onmessage = text => this.#controlled(text.data);
    };
  }

  #connectionChanged() {
    const now = this.#connection.connectionState;
    clearTimeout(this.#restart);
    if (now === 'connected') {
      clearTimeout(this.#leaving);
      this.#become('connected');
    } else if (now === 'disconnected' || now === 'failed') {
      this.#become('interrupted');
      this.#askForRestart(now === 'failed' ? 0 : RESTART_AFTER_MILLIS);
      if (this.address === undefined) {
        this.addressed(undefined);
      }
    }
  }

  #askForRestart(delay) {
    this.#restart = setTimeout(() => {
      this.#send({ type: 'restart' });
      this.#askForRestart(RESTART_AGAIN_MILLIS);
    }, delay);
  }

  #become(state) {
    if (state !== this.state) {
      this.state = state;
      this.#room.changed();
    }
  }

  /** Seals a message and sends it; the message as it was sent. */
  #send(message) {
    const seal = this.#room.identity.seal(message.type, this.key, fieldsOf(message));
    const complete = { ...message, to: this.address, seal };
    if (this.address !== undefined) {
      this.#room.say(complete);
    }
    return complete;
  }

  /** The tracks are those of the offer. */
  #follow(sdp) {
    const offered = offeredTracks(sdp);
    const present = new Map();
    for (const transceiver of this.#connection.getTransceivers()) {
      const id = offered.get(transceiver.mid);
      if (id !== undefined && present.size < MAX_TRACKS) {
        present.set(id, transceiver.receiver.track);
      }
    }
    for (const track of this.tracks) {
      if (present.get(track.id) !== track.media) {
        this.#remove(track);
      }
    }
    for (const [id, media] of present) {
      if (!this.#tracks.has(id)) {
        const track = new Track(id, media);
        this.#describe(track);
        this.#tracks.set(id, track);
        this.#room.emit('track', { participant: this, track });
      }
    }
    this.#room.changed();
  }

  #remove(track) {
    this.#tracks.delete(track.id);
    this.#room.emit('trackremoved', { participant: this, track });
  }

  #describe(track) {
    const known = this.#described.get(track.id);
    track.name = known?.name ?? track.name;
    track.muted = known?.muted ?? track.muted;
  }

  #controlled(text) {
    let state;
    try {
      state = JSON.parse(text);
    } catch {
      return;
    }
    if (state?.type !== 'state' || !Array.isArray(state.tracks)) {
      return;
    }
    if (typeof state.name === 'string' && state.name.trim() !== '') {
      this.name = cut(state.name);
    }
    this.#described = new Map(state.tracks.slice(0, MAX_TRACKS)
      .filter(track => typeof track?.id === 'string' && typeof track.name === 'string')
      .map(track => [track.id, { name: cut(track.name), muted: track.muted === true }]));
    this.tracks.forEach(track => this.#describe(track));
    this.#room.changed();
  }

  #shut() {
    clearTimeout(this.#restart);
    this.tracks.forEach(track => this.#remove(track));
    if (this.#connection !== undefined) {
      this.#connection.close();
      this.#connection = undefined;
    }
  }

  /** @private */
  close() {
    clearTimeout(this.#leaving);
    this.#offer = undefined;
    this.#shut();
  }
}

/**
 * A room that this page listens to.
 *
 * `state`: `connecting`, `listening`, `reconnecting` or `ended`. `reason` says why it is
 * `reconnecting` or `ended`: `connection-lost`, `room-full`, `server-closing`; or `bad-link`,
 * `unsupported`, `closed`, and what PROTOCOL.md lists for `refused`. `name` of the room.
 * `participants`: those who are in and may send, an array of Participant.
 *
 * Events: `state`; `change` (a participant or a track changed, came or went); `track` and
 * `trackremoved`, whose `detail` has `participant` and `track`.
 */
class Room extends EventTarget {
  #socket;
  #link;
  #participants = new Map();
  #retryMillis = FIRST_RETRY_MILLIS;
  #retry;
  #wake = () => this.#wakeUp();
  #changing = false;

  constructor(link, name) {
    super();
    this.#link = parseLink(link);
    this.name = this.#link?.room ?? '';
    this.state = 'connecting';
    this.reason = '';
    this.iceServers = [];
    if (this.#link === undefined || typeof RTCPeerConnection === 'undefined') {
      this.#become('ended', this.#link === undefined ? 'bad-link' : 'unsupported');
      return;
    }
    /** @private */
    this.identity = new Identity(this.#link.room, this.#link.secret, name);
    addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    this.#connect();
  }

  get participants() {
    return [...this.#participants.values()];
  }

  /** Leaves the room. */
  close() {
    if (this.state !== 'ended') {
      this.say({ type: 'leave', seal: this.identity.seal('leave', '', []) });
      this.#end('closed');
    }
  }

  #connect() {
    const socket = new WebSocket(this.#link.socket);
    this.#socket = socket;
    socket.onopen = () =>
      this.say({ type: 'hello', version: PROTOCOL_VERSION, client: 'tonewire.js' });
    socket.onmessage = event => {
      if (socket === this.#socket) {
        this.#received(JSON.parse(event.data));
      }
    };
    socket.onclose = () => {
      if (socket === this.#socket) {
        this.#lost(this.reason || 'connection-lost', this.#retryMillis);
      }
    };
  }

  #lost(reason, delay) {
    this.#socket = undefined;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), delay);
    this.#retryMillis = Math.min(2 * this.#retryMillis, MAX_RETRY_MILLIS);
    this.#become('reconnecting', reason);
  }

  /** The page is seen again, or the network is back: what looked alive may be dead. */
  #wakeUp() {
    const broken = this.participants.some(participant => participant.state === 'interrupted');
    if (this.state !== 'ended' && !document.hidden && (this.state !== 'listening' || broken)) {
      clearTimeout(this.#retry);
      const old = this.#socket;
      this.#socket = undefined;
      old?.close();
      this.#connect();
    }
  }

  /** @private */
  say(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #received(message) {
    switch (message.type) {
      case 'challenge': {
        const nonce = decode(message.nonce, 32);
        if (nonce !== undefined && message.version === PROTOCOL_VERSION) {
          this.say({ type: 'join', ...this.identity.join(nonce) });
        }
        break;
      }
      case 'joined':
        this.#entered(message);
        break;
      case 'ice-servers':
        this.iceServers = message.iceServers ?? [];
        break;
      case 'participant-joined':
        this.#named(message.participant);
        this.changed();
        break;
      case 'refused':
        this.#refused(message.reason);
        break;
      case 'participant-left': {
        const gone = this.#at(message.id);
        if (gone?.received(message)) {
          this.forget(gone);
        } else {
          gone?.addressed(undefined);
        }
        break;
      }
      case 'offer':
      case 'candidate':
        this.#at(message.from)?.received(message);
        break;
      default:
        break;
    }
  }

  #entered(message) {
    this.#retryMillis = FIRST_RETRY_MILLIS;
    this.iceServers = message.iceServers ?? [];
    const there = new Set(message.participants.map(participant => participant.id));
    for (const participant of this.participants) {
      if (!there.has(participant.address)) {
        participant.addressed(undefined, message.resumed ? GONE_AFTER_MILLIS : RETURN_MILLIS);
      }
    }
    message.participants.forEach(participant => this.#named(participant));
    this.#become('listening', '');
  }

  #named({ id, name, identity, role }) {
    if (role === 'guest' || !this.identity.trusts(identity, name)) {
      return;
    }
    const known = this.#participants.get(identity.key);
    if (known !== undefined) {
      known.addressed(id);
    } else if (this.#participants.size < MAX_PARTICIPANTS) {
      const participant = new Participant(this, identity.key, name);
      participant.addressed(id);
      this.#participants.set(identity.key, participant);
    }
  }

  #at(address) {
    return this.participants.find(participant => participant.address === address);
  }

  /** A server that was just started may not have the room yet. */
  #refused(reason) {
    const comesBack = reason === 'no-such-room' && this.state === 'reconnecting';
    if (reason === 'room-full' || reason === 'server-closing' || reason === 'too-slow' || comesBack) {
      this.#socket?.close();
      this.#lost(reason, FULL_RETRY_MILLIS);
    } else {
      this.#end(reason);
    }
  }

  /** @private */
  forget(participant) {
    this.#participants.delete(participant.key);
    participant.close();
    this.changed();
  }

  #end(reason) {
    clearTimeout(this.#retry);
    removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    this.participants.forEach(participant => this.forget(participant));
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#become('ended', reason);
  }

  #become(state, reason) {
    if (state !== this.state || reason !== this.reason) {
      this.state = state;
      this.reason = reason;
      this.emit('state', {});
    }
  }

  /** Tells it once for all changes of this moment. @private */
  changed() {
    if (!this.#changing) {
      this.#changing = true;
      queueMicrotask(() => {
        this.#changing = false;
        this.emit('change', {});
      });
    }
  }

  /** @private */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/**
 * Listens to a room. Returns at once; follow its events.
 *
 * @param {string} link a listen link, `http://HOST:PORT/listen/ROOM#k=SECRET`
 * @param {{name?: string}} [options] `name`: what members see, up to 64 characters
 * @returns {Room}
 */
export function connect(link, options = {}) {
  return new Room(link, options.name ?? 'Browser');
}
