// The page on which a browser listens to a room. It is built on the client library and nothing else.
import { connect, parseLink } from './tonewire.js';
import { texts } from './listen-texts.js';

const SILENCE_DB = -60;
const words = texts(navigator.languages ?? [navigator.language]);
const say = (key, ...values) =>
  values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words.text[key] ?? key);
const byId = id => document.getElementById(id);

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  made.className = className ?? '';
  made.textContent = text ?? '';
  return made;
};

const device = () => {
  const agent = navigator.userAgent;
  return ['iPhone', 'iPad', 'Android'].find(name => agent.includes(name)) ?? 'Browser';
};

/** Elements on some phones ignore a volume: there is no fader then. */
const hasVolume = (() => {
  const probe = document.createElement('audio');
  probe.volume = 0.5;
  return probe.volume === 0.5;
})();

let room;
let sound;
let blocked = false;
const strips = new Map();

/** Left and right levels of a track, by Web Audio beside the element that plays it. */
class Meter {
  constructor(stream, bars) {
    this.bars = bars;
    this.source = sound.createMediaStreamSource(stream);
    const splitter = sound.createChannelSplitter(2);
    this.source.connect(splitter);
    this.channels = bars.map((_, channel) => {
      const analyser = sound.createAnalyser();
      analyser.fftSize = 2048;
      splitter.connect(analyser, channel);
      return analyser;
    });
    this.samples = new Float32Array(2048);
  }

  show() {
    this.channels.forEach((analyser, channel) => {
      analyser.getFloatTimeDomainData(this.samples);
      let peak = 0;
      for (const sample of this.samples) {
        peak = Math.max(peak, Math.abs(sample));
      }
      const level = 1 - Math.max(SILENCE_DB, 20 * Math.log10(peak + 1e-9)) / SILENCE_DB;
      this.bars[channel].style.transform = `scaleX(${Math.min(1, level)})`;
    });
  }

  close() {
    this.source.disconnect();
  }
}

/** One track: its name, meter, fader and mute. */
class Strip {
  constructor(participant, track) {
    this.participant = participant;
    this.track = track;
    this.node = element('li', 'track');
    this.label = element('span', 'name');
    this.mute = element('button');
    this.mute.type = 'button';
    this.mute.onclick = () => {
      this.audio.muted = !this.audio.muted;
      this.show();
    };
    const bars = [element('i'), element('i')];
    const meter = element('div', 'meter');
    meter.setAttribute('aria-hidden', 'true');
    meter.append(...bars.map(bar => {
      const box = element('div');
      box.append(bar);
      return box;
    }));
    this.audio = element('audio');
    this.audio.setAttribute('playsinline', '');
    this.audio.srcObject = track.stream;
    this.node.append(this.label, this.mute, meter, this.audio);
    if (hasVolume) {
      this.node.append(this.#fader());
    }
    this.meter = new Meter(track.stream, bars);
    this.play();
    this.show();
  }

  #fader() {
    const box = element('div', 'volume meter');
    this.fader = element('input');
    this.fader.type = 'range';
    this.fader.min = '0';
    this.fader.max = '100';
    this.fader.value = '100';
    this.fader.oninput = () => {
      this.audio.volume = (Number(this.fader.value) / 100) ** 2;
    };
    box.className = 'volume';
    box.style.gridColumn = '1 / -1';
    box.append(this.fader);
    return box;
  }

  play() {
    this.audio.play().catch(problem => {
      if (problem.name === 'NotAllowedError') {
        blocked = true;
        show();
      }
    });
  }

  show() {
    const name = this.track.name || say('track');
    this.label.textContent = this.track.muted ? say('track.muted', name) : name;
    this.mute.textContent = say(this.audio.muted ? 'unmute' : 'mute');
    this.mute.setAttribute('aria-pressed', String(this.audio.muted));
    this.mute.setAttribute('aria-label',
      say(this.audio.muted ? 'unmute.of' : 'mute.of', name, this.participant.name));
    this.fader?.setAttribute('aria-label', say('volume.of', name, this.participant.name));
  }

  close() {
    this.meter.close();
    this.audio.srcObject = null;
    this.node.remove();
  }
}

const people = new Map();

const personNode = participant => {
  let person = people.get(participant);
  if (person === undefined) {
    person = { node: element('li', 'person'), name: element('h2'), state: element('span') };
    person.tracks = element('ul');
    person.none = element('p', 'quiet');
    const title = element('div', 'title');
    title.append(person.name, person.state);
    person.node.append(title, person.tracks, person.none);
    people.set(participant, person);
    byId('people').append(person.node);
  }
  return person;
};

const showPerson = participant => {
  const person = personNode(participant);
  person.name.textContent = participant.name;
  person.state.textContent = say(`person.${participant.state}`);
  person.state.className = participant.state;
  const isQuiet = participant.tracks.length === 0 && participant.state === 'connected';
  person.none.textContent = isQuiet ? say('person.silent', participant.name) : '';
  person.none.hidden = !isQuiet;
  participant.tracks.forEach(track => strips.get(track)?.show());
};

const problemOf = () => {
  if (room === undefined) {
    return parseLink(location.href) === undefined ? say('ended.bad-link') : '';
  }
  const refused = room.participants.find(participant => participant.state === 'refused');
  if (room.state === 'ended' && room.reason !== 'closed') {
    return words.text[`ended.${room.reason}`] ?? say('ended.other', room.reason);
  }
  return refused === undefined ? '' : say('refused', refused.name);
};

const stateOf = () => {
  if (room === undefined) {
    return '';
  }
  if (room.state === 'reconnecting') {
    return words.text[`reconnecting.${room.reason}`] ?? say('reconnecting.connection-lost');
  }
  const isAlone = room.state === 'listening' && room.participants.length === 0;
  return say(isAlone ? 'state.alone' : `state.${room.state}`);
};

const show = () => {
  const present = new Set(room?.participants ?? []);
  for (const [participant, person] of people) {
    if (!present.has(participant)) {
      person.node.remove();
      people.delete(participant);
    }
  }
  present.forEach(showPerson);
  byId('state').textContent = stateOf();
  const problem = blocked ? say('blocked') : problemOf();
  byId('problem').textContent = problem;
  byId('problem').hidden = problem === '';
  const canStart = room === undefined ? parseLink(location.href) !== undefined
    : blocked || room.state === 'ended';
  byId('listen').hidden = !canStart;
};

const listen = () => {
  sound ??= new AudioContext();
  sound.resume();
  if (navigator.audioSession !== undefined) {
    navigator.audioSession.type = 'playback';
  }
  if (blocked) {
    blocked = false;
    strips.forEach(strip => strip.play());
    show();
    return;
  }
  room = connect(location.href, { name: device() });
  room.addEventListener('state', show);
  room.addEventListener('change', show);
  room.addEventListener('track', ({ detail }) => {
    const strip = new Strip(detail.participant, detail.track);
    strips.set(detail.track, strip);
    personNode(detail.participant).tracks.append(strip.node);
  });
  room.addEventListener('trackremoved', ({ detail }) => {
    strips.get(detail.track)?.close();
    strips.delete(detail.track);
  });
  show();
};

const showMeters = () => {
  strips.forEach(strip => strip.meter.show());
  requestAnimationFrame(showMeters);
};

document.documentElement.lang = words.language;
const link = parseLink(location.href);
byId('room').textContent = link?.room ?? 'Tonewire';
document.title = link === undefined ? 'Tonewire' : `${link.room} – Tonewire`;
byId('listen').textContent = say('listen');
byId('listen').onclick = listen;
byId('about').textContent = say('about');
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    sound?.resume();
  }
});
addEventListener('pagehide', event => {
  if (!event.persisted) {
    room?.close();
  }
});
addEventListener('hashchange', () => location.reload());
show();
showMeters();
