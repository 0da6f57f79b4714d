// A real mail server for the tests. Prints one JSON line when it listens, and one for each message it has accepted or refused.
// Arguments: how many messages to refuse for now before accepting; 'user:password' if it wants to know who sends.
import { SMTPServer } from 'smtp-server';

let refusals = Number(process.argv[2] ?? 0);
const account = process.argv[3];
const print = line => process.stdout.write(JSON.stringify(line) + '\n');

const server = new SMTPServer({
  authOptional: !account,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, session, done) =>
    `${username}:${password}` === account ? done(null, { user: username }) : done(new Error('wrong user or password')),
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const accepted = refusals-- <= 0;
      const busy = Object.assign(new Error('too busy, come back later'), { responseCode: 451 });
      print({ accepted, to: session.envelope.rcptTo.map(r => r.address), user: session.user ?? null, raw: Buffer.concat(chunks).toString('base64') });
      done(accepted ? null : busy);
    });
  },
});
server.on('error', fault => process.stderr.write(`${fault.message}\n`));
server.listen(0, '127.0.0.1', () => print({ port: server.server.address().port }));
// Ends with the tests, however they end.
process.stdin.resume().on('end', () => process.exit());
