// Sends a POWIADOMIENIE over AMQP 1.0 and prints the reply; with "wait" also the event that everybody has it, which comes once.
//   GONIEC_USER=kadry GONIEC_PASSWORD=… node send-broadcast.js requestId "text" all|tag:TAG|NIP[,NIP…] [wait]
// GONIEC_HOST and GONIEC_PORT say where, 127.0.0.1 and 5672 unless set. The same requestId with the same content has one effect.
import { randomUUID } from 'node:crypto';
import rhea from 'rhea';

const REQUESTS = 'jms.queue.GoniecRequests';
const REPLIES = 'jms.queue.GoniecReplies';
const EVENTS = 'jms.topic.GoniecEvents';
const WAIT_MILLIS = 60_000;

const [requestId, text, to, wait] = process.argv.slice(2);
if (!to) {
  console.error('usage: node send-broadcast.js requestId "text" all|tag:TAG|NIP[,NIP…] [wait]');
  process.exit(2);
}

const request = { version: 1, requestId, text, companies: companies(to) };
const correlation = randomUUID();
const { GONIEC_HOST: host = '127.0.0.1', GONIEC_PORT: port = 5672, GONIEC_USER: username, GONIEC_PASSWORD: password } = process.env;
const client = rhea.create_container();

function companies(named) {
  if (named === 'all') return 'all';
  if (named.startsWith('tag:')) return { tag: named.slice('tag:'.length) };
  return named.split(',').map((nip) => ({ nip }));
}

function replied(message) {
  if (message.subject === 'rejected' || !wait) {
    end(message.subject === 'rejected' ? 1 : 0, message.body);
    return;
  }
  console.log(message.body);
  broadcast = JSON.parse(message.body).broadcast;
}

function end(status, message) {
  (status === 0 ? console.log : console.error)(message);
  process.exitCode = status;
  clearTimeout(late);
  client.removeAllListeners();
  client.on('error', () => {});
  connection.close();
}

// Whoever listens before he asks misses nothing: the request goes out when both receivers stand.
let standing = 0;
let broadcast;
client.on('receiver_open', () => {
  standing += 1;
  if (standing === 2) connection.open_sender(REQUESTS);
});
client.once('sendable', ({ sender }) =>
  sender.send({ subject: 'SendBroadcast', reply_to: REPLIES, correlation_id: correlation, durable: true, body: JSON.stringify(request) }));
client.on('rejected', ({ delivery }) => end(1, `The broker refused the request: ${delivery.remote_state.error}`));
client.on('message', ({ message, receiver }) => {
  if (receiver === replies) replied(message);
  else if (message.subject === 'BroadcastFinished' && JSON.parse(message.body).broadcast === broadcast) end(0, message.body);
});
for (const trouble of ['connection_error', 'session_error', 'sender_error', 'receiver_error', 'disconnected']) {
  client.on(trouble, (context) => end(1, `${trouble}: ${context.error ?? context.receiver?.error ?? context.sender?.error ?? ''}`));
}

const late = setTimeout(() => end(1, 'Not finished within a minute'), WAIT_MILLIS);
const connection = client.connect({ host, port: Number(port), username, password, reconnect: false });
const replies = connection.open_receiver({
  source: { address: REPLIES, filter: rhea.filter.selector(`JMSCorrelationID = '${correlation}'`) },
});
connection.open_receiver({ source: { address: EVENTS, capabilities: ['topic'] } });
